-- Since when the mail of a mailbox is fetched from where it is, and when each of its mails came in there: whoever wrote long
-- before it was connected is not told that the mail came in.
alter table mail_account add column connected_at timestamptz not null default now();
grant update (connected_at) on mail_account to avow_app;
-- As the server that it was fetched from says (INTERNALDATE); null where it was sent to us, or the server does not say.
alter table inbound_mail add column arrived_at timestamptz;
