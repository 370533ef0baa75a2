-- What makes it visible that every mail was seen: the number of each fetched mail, what comparing with its server found, and
-- since when fetching fails.

-- Where a fetched mail lies with its server (RFC 3501 §2.3.1.1); null where it was sent to us. A number is kept once.
alter table inbound_mail add column folder text;
alter table inbound_mail add column uid_validity bigint;
alter table inbound_mail add column uid bigint;
create unique index inbound_mail_uid on inbound_mail (workspace_id, mailbox_id, folder, uid_validity, uid) where uid is not null;
-- Somebody said that it is right where it is: no ticket is wanted of it.
alter table inbound_mail add column left_at timestamptz;
create index inbound_mail_to_look_at on inbound_mail (workspace_id, mailbox_id) where outcome = 'quarantined' and left_at is null;
grant update (folder, uid_validity, uid, left_at) on inbound_mail to avow_app;

-- The first failure of those that followed one another; null while fetching goes well.
alter table mail_account add column failing_since timestamptz;
grant update (failing_since) on mail_account to avow_app;

-- When a folder was last compared with what was kept of it, and what was found.
alter table mail_folder add column reconciled_at timestamptz;
alter table mail_folder add column reconciliation jsonb;
grant update (reconciled_at, reconciliation) on mail_folder to avow_app;

-- When the kept bytes of a mailbox's mails were last read again, and what was found.
alter table mailbox add column checked_at timestamptz;
alter table mailbox add column checked jsonb;
grant update (checked_at, checked) on mailbox to avow_app;
