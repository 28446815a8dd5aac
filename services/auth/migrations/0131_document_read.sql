-- Documents have a permission of their own, so that who reads an investor's case need not see the scans of identity cards. The roles that
-- every company has follow the contract at the next start; those that companies made keep what they could do.
update auth_bib.auth_role set permissions = permissions || '{document.read}', version = version + 1, updated_at = now()
where company_id is not null and 'investor.read' = any(permissions) and not 'document.read' = any(permissions);
