-- A report of WhatsApp names a message by the id that we gave it: this tells whose it is, as a link does by its token.
create function crm_bib.company_of_message(message_id uuid) returns uuid
language sql stable security definer set search_path = crm_bib, pg_catalog, pg_temp as $$
  select m.company_id from client_message m where m.id = message_id and m.channel = 'whatsapp'
$$;
revoke execute on function crm_bib.company_of_message from public;
grant execute on function crm_bib.company_of_message to crm_app;
