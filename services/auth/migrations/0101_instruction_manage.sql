-- Sending the link again and cancelling have a permission of their own, so that the back office may have it without being able to
-- sell. The roles that every company has follow the contract at the next start; those that companies made keep what they could do.
update auth_bib.auth_role set permissions = permissions || '{instruction.manage}', version = version + 1, updated_at = now()
where company_id is not null and 'instruction.write' = any(permissions) and not 'instruction.manage' = any(permissions);
