-- The first tables. Why they look so: docs/decisions/0010-the-store.md.
-- Of every tenant table (all outside the schema control): workspace_id stands first in every primary key, unique index and
-- foreign key, and is never updated (the role of the server has no right to); row-level security is enabled and forced.

grant usage on schema control, public to avow_app;
grant usage on schema public to avow_reader;

create table control.workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'),
  name text not null,
  created_at timestamptz not null default now()
);
grant select, insert, update (slug, name) on control.workspace to avow_app;

-- The last number given to a ticket. Its row lock makes numbers rise.
create table ticket_number (
  workspace_id uuid primary key,
  last bigint not null check (last > 0)
);
grant select, insert, update (last), delete on ticket_number to avow_app;

-- What is true of a ticket now, reckoned from its events. seq, recorded and hash are those of its last event: who changes
-- a ticket says which seq was seen.
create table ticket (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  state text not null default 'new'
    check (state in ('new', 'open', 'waiting-for-customer', 'on-hold', 'solved', 'closed')),
  charter_hash text check (charter_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  seq bigint not null default 0,
  recorded timestamptz not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
grant select, insert, update (state, charter_hash, created_at, seq, recorded, hash), delete on ticket to avow_app;
grant select on ticket to avow_reader;

-- The log. Appended to, never changed: the server's role has no right to update it.
-- person is a key (person_key) that stands for somebody on this ticket alone; envelope is everything that is hashed.
create table event (
  workspace_id uuid not null,
  ticket_id uuid not null,
  seq bigint not null check (seq > 0),
  id text not null check (length(id) between 1 and 200),
  type text not null,
  v integer not null check (v > 0),
  at timestamptz not null,
  recorded timestamptz not null,
  actor text not null check (actor in ('customer', 'agent', 'bot', 'system')),
  person uuid,
  envelope jsonb not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (workspace_id, ticket_id, seq),
  unique (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket
);
create index event_recorded on event (workspace_id, recorded);
grant select, insert on event to avow_app;

-- Who a person key stands for, and the key of the HMACs of what is theirs. Erasing a person deletes the row, and with it
-- everything of theirs in event_content; the envelopes stay and lead to nobody.
create table person_key (
  workspace_id uuid not null,
  ticket_id uuid not null,
  key uuid not null,
  person_id uuid not null,
  secret bytea not null check (octet_length(secret) = 32),
  primary key (workspace_id, ticket_id, key),
  unique (workspace_id, ticket_id, person_id),
  foreign key (workspace_id, ticket_id) references ticket
);
create index person_key_person on person_key (workspace_id, person_id);
grant select, insert, delete on person_key to avow_app;

-- Names, addresses, texts, file names, personal facts: apart from the envelope, which holds their HMACs.
create table event_content (
  workspace_id uuid not null,
  ticket_id uuid not null,
  seq bigint not null,
  part text not null,
  person uuid not null,
  value jsonb not null,
  primary key (workspace_id, ticket_id, seq, part),
  foreign key (workspace_id, ticket_id, seq) references event,
  foreign key (workspace_id, ticket_id, person) references person_key on delete cascade
);
create index event_content_person on event_content (workspace_id, ticket_id, person);
grant select, insert, delete on event_content to avow_app;

-- What decide() says of each run of each promise. due is null while paused.
create table commitment (
  workspace_id uuid not null,
  ticket_id uuid not null,
  promise text not null,
  run integer not null check (run > 0),
  clock text not null,
  key text not null default '',
  state text not null check (state in ('running', 'paused', 'kept', 'broken', 'cancelled')),
  start timestamptz not null,
  due timestamptz,
  settled_at timestamptz,
  fulfilled_at timestamptz,
  reason text,
  target text not null,
  calendar text,
  "row" integer not null check ("row" > 0),
  pauses jsonb not null default '[]',
  left_ms bigint,
  put_off boolean not null default false,
  unsure boolean not null default false,
  charter_hash text not null check (charter_hash ~ '^[0-9a-f]{64}$'),
  rules integer not null check (rules > 0),
  primary key (workspace_id, ticket_id, promise, run),
  foreign key (workspace_id, ticket_id) references ticket,
  check ((due is null) = (state = 'paused') or state = 'cancelled'),
  check ((settled_at is null) = (state in ('running', 'paused')))
);
-- The sweeper asks for what falls due; the public figure for what was due in a period.
create index commitment_running on commitment (workspace_id, due) where state = 'running';
create index commitment_settled on commitment (workspace_id, promise, due) where state in ('kept', 'broken');
grant select, insert, delete,
  update (clock, key, state, start, due, settled_at, fulfilled_at, reason, target, calendar, "row", pauses, left_ms,
    put_off, unsure, charter_hash, rules)
  on commitment to avow_app;
grant select on commitment to avow_reader;

-- Steps of escalation, each once per commitment ('P1/2') or ticket (''). due is null while the commitment is paused.
create table step (
  workspace_id uuid not null,
  ticket_id uuid not null,
  clause text not null,
  step integer not null check (step > 0),
  commitment text not null default '',
  due timestamptz,
  taken_at timestamptz,
  is_late boolean not null default false,
  primary key (workspace_id, ticket_id, clause, step, commitment),
  foreign key (workspace_id, ticket_id) references ticket
);
create index step_ahead on step (workspace_id, due) where taken_at is null;
grant select, insert, delete, update (due, taken_at, is_late) on step to avow_app;
grant select on step to avow_reader;

-- What goes outside, written in the transaction it follows from. once names what it is about, so that it is written once;
-- fence rises with each lease, so that a worker that comes back late cannot write.
create table outbox (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  once text not null,
  ticket_id uuid,
  payload jsonb not null,
  due timestamptz not null,
  lease_until timestamptz,
  fence bigint not null default 0,
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, kind, once),
  foreign key (workspace_id, ticket_id) references ticket
);
create index outbox_waiting on outbox (workspace_id, due) where sent_at is null and given_up_at is null;
create index outbox_ticket on outbox (workspace_id, ticket_id);
grant select, insert, delete, update (due, lease_until, fence, attempts, last_error, sent_at, given_up_at)
  on outbox to avow_app;

-- Bytes kept through the blob port. Equal ones are shared inside a workspace, never between two.
create table blob (
  workspace_id uuid not null,
  key uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  size bigint not null check (size >= 0),
  created_at timestamptz not null default now(),
  primary key (workspace_id, key),
  unique (workspace_id, sha256, size)
);
grant select, insert, delete on blob to avow_app;

-- One policy for all. The setting is empty, not absent, once a connection has had one: nullif makes both "no workspace".
alter table ticket_number enable row level security, force row level security;
create policy workspace on ticket_number using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table ticket enable row level security, force row level security;
create policy workspace on ticket using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table event enable row level security, force row level security;
create policy workspace on event using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table person_key enable row level security, force row level security;
create policy workspace on person_key using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table event_content enable row level security, force row level security;
create policy workspace on event_content using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table commitment enable row level security, force row level security;
create policy workspace on commitment using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table step enable row level security, force row level security;
create policy workspace on step using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table outbox enable row level security, force row level security;
create policy workspace on outbox using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table blob enable row level security, force row level security;
create policy workspace on blob using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
