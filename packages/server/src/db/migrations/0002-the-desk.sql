-- What the running desk keeps beside the log: people, mail, charter versions, attention. Every column of ticket that is
-- added here can be reckoned from the log again (features/commitments/ticket-state.ts).

-- ── over all workspaces ─────────────────────────────────────────────────────────────────────────────────────────────
alter table control.workspace add column zone text not null default 'UTC';
alter table control.workspace add column languages text[] not null default '{en}';
alter table control.workspace add column is_first boolean not null default false;
alter table control.workspace add column demo_loaded_at timestamptz;
create unique index workspace_first on control.workspace (is_first) where is_first;
grant update (zone, languages, demo_loaded_at) on control.workspace to avow_app;

-- A backup says which schema its rows have, and the server whether it is up to date.
grant select on control.migration to avow_app;

-- Sign-in: the tables of better-auth, by its own names.
create table control."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);
create table control."session" (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references control."user" (id) on delete cascade
);
create index session_of_user on control."session" ("userId");
create table control.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references control."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_of_user on control.account ("userId");
create table control.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on control.verification (identifier);
create table control."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references control."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_user on control."twoFactor" ("userId");
create index two_factor_secret on control."twoFactor" (secret);
create table control."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
grant select, insert, update, delete on control."user", control."session", control.account, control.verification,
  control."twoFactor", control."rateLimit" to avow_app;

-- Which workspaces a sign-in belongs to, as which person, with which roles.
create table control.member (
  user_id text not null references control."user" (id) on delete cascade,
  workspace_id uuid not null references control.workspace,
  person_id uuid not null,
  roles text[] not null,
  disabled_at timestamptz,
  primary key (user_id, workspace_id),
  unique (workspace_id, person_id)
);
grant select, insert, update (roles, disabled_at), delete on control.member to avow_app;

-- Keys are kept as SHA-256 of 32 random bytes or more, shown once.
create table control.api_key (
  id uuid primary key,
  hash bytea not null unique check (octet_length(hash) = 32),
  workspace_id uuid not null references control.workspace,
  name text not null,
  roles text[] not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index api_key_workspace on control.api_key (workspace_id, created_at);
grant select, insert, update (revoked_at) on control.api_key to avow_app;

-- Where mail for an address goes. One mailbox is the installation's default.
create table control.mailbox_address (
  address text primary key check (address = lower(address)),
  workspace_id uuid not null references control.workspace,
  mailbox_id uuid not null,
  is_default boolean not null default false
);
create unique index mailbox_default on control.mailbox_address (is_default) where is_default;
grant select, insert, delete on control.mailbox_address to avow_app;

-- ── of one workspace ────────────────────────────────────────────────────────────────────────────────────────────────
-- Customers and staff. Erasing one deletes the row.
create table person (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('customer', 'staff')),
  name text,
  email text check (email = lower(email)),
  phone text,
  language text,
  zone text,
  team text,
  facts jsonb not null default '{}',
  is_demo boolean not null default false,
  -- When a person of ours first wrote to them.
  answered_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, kind, email)
);
grant select, insert, delete, update (name, email, phone, language, zone, team, facts, answered_at) on person to avow_app;

-- Who holds a position of the charter.
create table position_holder (
  workspace_id uuid not null,
  position text not null,
  person_id uuid not null,
  primary key (workspace_id, position, person_id),
  foreign key (workspace_id, person_id) references person on delete cascade
);
create index position_holder_person on position_holder (workspace_id, person_id);
grant select, insert, delete on position_holder to avow_app;

create table mailbox (
  workspace_id uuid not null,
  id uuid not null,
  address text not null check (address = lower(address)),
  name text not null,
  language text,
  zone text,
  primary key (workspace_id, id),
  unique (workspace_id, address)
);
grant select, insert, update (name, language, zone) on mailbox to avow_app;

-- Published versions. canonical is RFC 8785 text with the zones inside; its SHA-256 is the hash.
create table charter_version (
  workspace_id uuid not null,
  version integer not null check (version > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  effective timestamptz not null,
  ends timestamptz,
  source text not null,
  canonical text not null,
  published_at timestamptz not null,
  published_by uuid,
  approved_by uuid[] not null default '{}',
  primary key (workspace_id, version)
);
create index charter_version_effective on charter_version (workspace_id, effective);
grant select, insert on charter_version to avow_app;

-- Publishing takes the lock by which tickets are numbered, also where there is no ticket yet.
alter table ticket_number drop constraint ticket_number_last_check;
alter table ticket_number add check (last >= 0);

-- ── the ticket, as its log says ─────────────────────────────────────────────────────────────────────────────────────
alter table ticket add column channel text;
alter table ticket add column language text;
alter table ticket add column customer_id uuid;
alter table ticket add column mailbox_id uuid;
alter table ticket add column assignee_id uuid;
alter table ticket add column team text;
alter table ticket add column priority integer not null default 0;
alter table ticket add column facts jsonb not null default '{}';
alter table ticket add column is_spam boolean not null default false;
alter table ticket add column is_demo boolean not null default false;
alter table ticket add column follows_id uuid;
alter table ticket add column messages integer not null default 0;
alter table ticket add column last_message_at timestamptz;
alter table ticket add column rating integer check (rating between 1 and 5);
-- The promise that breaks next: its due instant, the instant from which it is at risk, and how many are broken already.
alter table ticket add column next_due timestamptz;
alter table ticket add column next_start timestamptz;
alter table ticket add column next_promise text;
alter table ticket add column risk_at timestamptz;
alter table ticket add column paused integer not null default 0;
alter table ticket add column broken integer not null default 0;
alter table ticket add column last_broken_at timestamptz;
-- Open, not spam: what the views show. Sorted by what breaks next, then by age.
create index ticket_all on ticket (workspace_id, next_due, id) where state not in ('solved', 'closed') and not is_spam;
create index ticket_mine on ticket (workspace_id, assignee_id, next_due, id) where state not in ('solved', 'closed') and not is_spam;
create index ticket_broken on ticket (workspace_id, last_broken_at, id) where broken > 0 and state not in ('solved', 'closed') and not is_spam;
create index ticket_risk on ticket (workspace_id, risk_at) where state not in ('solved', 'closed') and not is_spam;
create index ticket_ended on ticket (workspace_id, recorded, id) where state in ('solved', 'closed') and not is_spam;
create index ticket_follows on ticket (workspace_id, follows_id) where follows_id is not null;
create index ticket_customer on ticket (workspace_id, customer_id);
create index ticket_recorded on ticket (workspace_id, recorded);
grant update (channel, language, customer_id, mailbox_id, assignee_id, team, priority, facts, is_spam, is_demo, follows_id,
  messages, last_message_at, rating, next_due, next_start, next_promise, risk_at, paused, broken, last_broken_at)
  on ticket to avow_app;

alter table commitment add column risk_at timestamptz;
alter table commitment add column corrected boolean not null default false;
grant update (risk_at, corrected) on commitment to avow_app;
create index commitment_paused on commitment (workspace_id, promise) where state = 'paused';
create index commitment_cancelled on commitment (workspace_id, promise, settled_at) where state = 'cancelled';

-- What a list shows of a ticket's words: erased with the person.
create table ticket_preview (
  workspace_id uuid not null,
  ticket_id uuid not null,
  person uuid not null,
  subject text not null,
  snippet text not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references ticket,
  foreign key (workspace_id, ticket_id, person) references person_key on delete cascade
);
create index ticket_preview_person on ticket_preview (workspace_id, ticket_id, person);
grant select, insert, delete, update (person, subject, snippet) on ticket_preview to avow_app;

create table attachment (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  seq bigint not null,
  person uuid not null,
  blob_key uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  content_id text,
  is_inline boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id, seq) references event,
  foreign key (workspace_id, ticket_id, person) references person_key on delete cascade,
  foreign key (workspace_id, blob_key) references blob
);
create index attachment_ticket on attachment (workspace_id, ticket_id, seq);
create index attachment_blob on attachment (workspace_id, blob_key);
grant select, insert, delete on attachment to avow_app;

-- ── mail ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- One row per message and recipient mailbox, written before the 250. outcome is null until it was read.
create table inbound_mail (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  -- One for all rows of one DATA.
  acceptance_id uuid not null,
  received_at timestamptz not null,
  envelope_from text not null,
  envelope_to text not null,
  blob_key uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  size bigint not null,
  has_bare_newlines boolean not null default false,
  outcome text check (outcome in ('ticketed', 'appended', 'suppressed', 'quarantined')),
  reason text,
  ticket_id uuid,
  event_id text,
  from_address text,
  from_name text,
  subject text,
  message_id text,
  text text,
  settled_at timestamptz,
  attempts integer not null default 0,
  lease_until timestamptz,
  fence bigint not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, acceptance_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references mailbox,
  foreign key (workspace_id, blob_key) references blob
);
create index inbound_mail_pending on inbound_mail (workspace_id, received_at) where outcome is null;
create index inbound_mail_mailbox on inbound_mail (workspace_id, mailbox_id, received_at);
create index inbound_mail_received on inbound_mail (workspace_id, received_at, id);
create index inbound_mail_same on inbound_mail (workspace_id, mailbox_id, sha256, received_at);
create index inbound_mail_blob on inbound_mail (workspace_id, blob_key);
create index inbound_mail_ticket on inbound_mail (workspace_id, ticket_id);
grant select, insert, delete, update (outcome, reason, ticket_id, event_id, from_address, from_name, subject, message_id,
  text, settled_at, attempts, lease_until, fence) on inbound_mail to avow_app;

-- Mail of ours that was given to no server, since none is set, but put into the folder.
alter table outbox add column is_in_folder boolean not null default false;
grant update (is_in_folder) on outbox to avow_app;

-- Message-IDs of what came and went: how a reply that lost its token finds its ticket.
create table mail_reference (
  workspace_id uuid not null,
  message_id text not null,
  ticket_id uuid not null,
  seq bigint not null,
  primary key (workspace_id, message_id, ticket_id),
  foreign key (workspace_id, ticket_id) references ticket
);
create index mail_reference_ticket on mail_reference (workspace_id, ticket_id);
grant select, insert, delete on mail_reference to avow_app;

-- Automatic mail that left or was held back, by address: what the limits count. The address is kept as an HMAC.
create table automatic_mail (
  workspace_id uuid not null,
  id uuid not null,
  address bytea not null check (octet_length(address) = 32),
  at timestamptz not null,
  ticket_id uuid,
  was_held boolean not null,
  covered_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket
);
create index automatic_mail_address on automatic_mail (workspace_id, address, at);
create index automatic_mail_ticket on automatic_mail (workspace_id, ticket_id);
grant select, insert, delete, update (covered_by) on automatic_mail to avow_app;

-- ── what needs a person, and what a person was told ─────────────────────────────────────────────────────────────────
create table attention (
  workspace_id uuid not null,
  id uuid not null,
  -- What it is about, so that it is raised once.
  once text not null,
  code text not null,
  ticket_id uuid,
  data jsonb not null default '{}',
  raised_at timestamptz not null,
  retry_at timestamptz,
  settled_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, once)
);
create index attention_open on attention (workspace_id, raised_at) where settled_at is null;
grant select, insert, delete, update (data, raised_at, retry_at, settled_at) on attention to avow_app;

create table notice (
  workspace_id uuid not null,
  id uuid not null,
  once text not null,
  person_id uuid not null,
  code text not null,
  ticket_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, once),
  foreign key (workspace_id, person_id) references person on delete cascade
);
create index notice_person on notice (workspace_id, person_id, created_at);
grant select, insert, delete, update (read_at) on notice to avow_app;

-- ── links, repeats ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Links that act as keys: SHA-256 of 128 random bits or more.
create table access_link (
  workspace_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  ticket_id uuid not null,
  purpose text not null check (purpose in ('follow', 'rate')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, hash),
  foreign key (workspace_id, ticket_id) references ticket
);
create index access_link_ticket on access_link (workspace_id, ticket_id);
grant select, insert, delete on access_link to avow_app;

-- The answers to POSTs with an Idempotency-Key, for 24 h. status is null while the first is still running.
create table idempotent_answer (
  workspace_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  path text not null,
  actor text not null,
  body_hash bytea not null check (octet_length(body_hash) = 32),
  created_at timestamptz not null,
  status integer,
  answer text,
  primary key (workspace_id, key, path, actor)
);
create index idempotent_answer_created on idempotent_answer (workspace_id, created_at);
grant select, insert, delete, update (status, answer, created_at, body_hash) on idempotent_answer to avow_app;

alter table person enable row level security, force row level security;
create policy workspace on person using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table position_holder enable row level security, force row level security;
create policy workspace on position_holder using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table mailbox enable row level security, force row level security;
create policy workspace on mailbox using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table charter_version enable row level security, force row level security;
create policy workspace on charter_version using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table ticket_preview enable row level security, force row level security;
create policy workspace on ticket_preview using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table attachment enable row level security, force row level security;
create policy workspace on attachment using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table inbound_mail enable row level security, force row level security;
create policy workspace on inbound_mail using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table mail_reference enable row level security, force row level security;
create policy workspace on mail_reference using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table automatic_mail enable row level security, force row level security;
create policy workspace on automatic_mail using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table attention enable row level security, force row level security;
create policy workspace on attention using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table notice enable row level security, force row level security;
create policy workspace on notice using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table access_link enable row level security, force row level security;
create policy workspace on access_link using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table idempotent_answer enable row level security, force row level security;
create policy workspace on idempotent_answer using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
grant select on charter_version to avow_reader;
