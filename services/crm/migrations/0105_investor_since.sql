-- Since when a case stands in its status: the ages of the home screen and the filter of the list that leads from them are one rule.
create function crm_bib.investor_since(status text, submitted_at timestamptz, reviewed_at timestamptz, updated_at timestamptz)
returns timestamptz language sql immutable parallel safe as $$
  select coalesce(
    case when status = 'submitted' then submitted_at when status in ('approved', 'returned', 'rejected') then reviewed_at end,
    updated_at)
$$;
