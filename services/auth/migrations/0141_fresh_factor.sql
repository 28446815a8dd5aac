-- When the holder of a session last showed a factor: a password, or the code of a new device. What reveals or exports asks for one that
-- is fresh. Sessions of before count from when they were last used by a sign-in, which is their beginning.
alter table auth_bib.auth_session add column factor_at timestamptz not null default now();
update auth_bib.auth_session set factor_at = created_at;
