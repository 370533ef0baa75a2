-- By which server mail of an address leaves, where it is not that of the installation.
create table mail_sender (
  workspace_id uuid not null,
  mailbox_id uuid not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  -- same: as where its mail is fetched from; own: by a name and password of its own; none: it asks for neither.
  sign_in text not null check (sign_in in ('same', 'own', 'none')),
  username text,
  sealed_password text,
  -- Since when mail cannot leave by it, and why.
  failed_at timestamptz,
  failure text,
  said text,
  primary key (workspace_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references mailbox,
  check ((sign_in = 'own') = (username is not null)),
  check ((sign_in = 'own') = (sealed_password is not null))
);
grant select, insert, delete, update (host, port, security, sign_in, username, sealed_password, failed_at, failure, said)
  on mail_sender to avow_app;

-- Null: by what somebody consented to (mail_consent), without a password.
alter table mail_account alter column sealed_password drop not null;

-- What somebody allowed us at a provider (OAuth 2): to sign in to a mailbox without its password. Tokens are sealed under
-- the installation's keys.
create table mail_consent (
  workspace_id uuid not null,
  mailbox_id uuid not null,
  provider text not null,
  -- As whom we asked, where it was typed; null: as the installation.
  client_id text,
  sealed_client_secret text,
  sealed_access text not null,
  expires_at timestamptz not null,
  sealed_refresh text,
  -- One process renews it at a time: a token to renew by may be good for once.
  lease_until timestamptz,
  fence bigint not null default 0,
  -- The provider renews it no more: somebody has to sign in again.
  refused_at timestamptz,
  said text,
  primary key (workspace_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references mail_account on delete cascade
);
grant select, insert, delete, update (provider, client_id, sealed_client_secret, sealed_access, expires_at, sealed_refresh,
  lease_until, fence, refused_at, said) on mail_consent to avow_app;

-- A consent that was asked for and not yet given: good once, for a short time, in the session that asked for it.
create table mail_consent_asked (
  workspace_id uuid not null,
  state_hash bytea not null,
  mailbox_id uuid not null,
  session text not null,
  -- What is to be set when it is given, and the proof that it was us who asked.
  sealed text not null,
  asked_at timestamptz not null,
  primary key (workspace_id, state_hash),
  foreign key (workspace_id, mailbox_id) references mailbox
);
grant select, insert, delete on mail_consent_asked to avow_app;

alter table mail_sender enable row level security, force row level security;
create policy workspace on mail_sender using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table mail_consent enable row level security, force row level security;
create policy workspace on mail_consent using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table mail_consent_asked enable row level security, force row level security;
create policy workspace on mail_consent_asked using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
