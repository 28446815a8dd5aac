-- Why a company was closed, deactivated or activated, and by whom: as of a user.
alter table auth_bib.auth_company
  add column decided_by uuid references auth_bib.auth_user on delete set null,
  add column decided_at timestamptz,
  add column decision_reason text check (length(decision_reason) between 1 and 500);
create index auth_company_decided_by_idx on auth_bib.auth_company (decided_by);

drop trigger audit_update on auth_bib.auth_company;
create trigger audit_update after update of code, name, kind, logo, is_active, settings, decided_by, decision_reason, deleted_at
  on auth_bib.auth_company for each row execute function auth_bib.fn_user_action_log_update('logo', 'sequence');
