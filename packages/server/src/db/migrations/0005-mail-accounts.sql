-- Where the mail of an address lies with another server, from which it is fetched over IMAP. The password is sealed under
-- the installation's keys.
create table mail_account (
  workspace_id uuid not null,
  mailbox_id uuid not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  sealed_password text not null,
  -- Mail that arrived before stays where it is; null: all of it is fetched.
  since timestamptz,
  -- One process fetches at a time, and what another one still holds can no longer be kept.
  lease_until timestamptz,
  fence bigint not null default 0,
  -- When all was last fetched; when that failed since, how often, why, and when it is tried again.
  fetched_at timestamptz,
  failed_at timestamptz,
  failures integer not null default 0,
  failure text,
  said text,
  next_try timestamptz,
  primary key (workspace_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references mailbox
);
grant select, insert, delete, update (host, port, security, username, sealed_password, since, lease_until, fence, fetched_at,
  failed_at, failures, failure, said, next_try) on mail_account to avow_app;

-- A folder of it, and how far it was fetched: numbers of mails count within one uid_validity (RFC 3501 §2.3.1.1).
create table mail_folder (
  workspace_id uuid not null,
  mailbox_id uuid not null,
  name text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  fetched bigint not null default 0,
  renumbered integer not null default 0,
  primary key (workspace_id, mailbox_id, name),
  foreign key (workspace_id, mailbox_id) references mail_account on delete cascade
);
grant select, insert, delete, update (uid_validity, last_uid, fetched, renumbered) on mail_folder to avow_app;

alter table mail_account enable row level security, force row level security;
create policy workspace on mail_account using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table mail_folder enable row level security, force row level security;
create policy workspace on mail_folder using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
