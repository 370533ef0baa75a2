-- Keys by which mail of a domain is signed (DKIM). The private half is sealed under the installation's keys. A key signs
-- from the time when its record was seen in the DNS, or when somebody chose that it signs without.
create table mail_key (
  workspace_id uuid not null,
  id uuid not null,
  domain text not null,
  selector text not null,
  kind text not null check (kind in ('rsa', 'ed25519')),
  public_key text not null,
  sealed_private text not null,
  made_at timestamptz not null,
  signs_since timestamptz,
  -- Another one signs since, and this one may be removed when its mail has arrived.
  replaced_at timestamptz,
  -- When its record was first seen as it should be; when it was last looked for, and what was there.
  seen_at timestamptz,
  checked_at timestamptz,
  finding text,
  said text,
  primary key (workspace_id, id),
  unique (workspace_id, domain, selector),
  check (replaced_at is null or signs_since is not null),
  check ((checked_at is null) = (finding is null))
);
grant select, insert, delete, update (signs_since, replaced_at, seen_at, checked_at, finding, said) on mail_key to avow_app;

-- Of each kind one key of a domain signs, and one waits.
create unique index mail_key_signs on mail_key (workspace_id, domain, kind)
  where signs_since is not null and replaced_at is null;
create unique index mail_key_waits on mail_key (workspace_id, domain, kind) where signs_since is null;

alter table mail_key enable row level security, force row level security;
create policy workspace on mail_key using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
