-- Mail that was imported from files is history: it opens tickets that are closed, and no charter judges them.
alter table ticket add column is_imported boolean not null default false;
grant update (is_imported) on ticket to avow_app;
-- When it was imported; null for mail that came in. The same bytes are imported into a mailbox once.
alter table inbound_mail add column imported_at timestamptz;
create unique index inbound_mail_imported on inbound_mail (workspace_id, mailbox_id, sha256) where imported_at is not null;
-- How large the mail was, in bytes, where it was too large and only its beginning is kept.
alter table inbound_mail add column whole_size bigint;
