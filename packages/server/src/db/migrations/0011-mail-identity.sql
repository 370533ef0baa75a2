-- Who a mail that came in is really from.

-- What the SMTP client that gave it to us called itself; null: it was fetched.
alter table inbound_mail add column client_helo text;
-- What SPF, DKIM and DMARC say of it, and what follows for its sender; null: nobody asked.
alter table inbound_mail add column verification jsonb;
grant update (verification) on inbound_mail to avow_app;

-- The name under which the server before this mailbox writes what it found out (Authentication-Results, RFC 8601); null: it
-- is not believed.
alter table mailbox add column authserv_id text check (authserv_id <> '');
grant update (authserv_id) on mailbox to avow_app;
