-- Drafts and their approval, who was told what changed, remedies and their budgets, why promises broke, what people say
-- of a clause.

-- ── writing and publishing ──────────────────────────────────────────────────────────────────────────────────────────
-- A charter in the making. source is the text as of seq; draft_edit holds how it came about.
create table charter_draft (
  workspace_id uuid not null,
  id uuid not null,
  seq bigint not null default 0 check (seq >= 0),
  state text not null default 'writing' check (state in ('writing', 'in-review', 'published', 'withdrawn')),
  source text not null,
  note text not null default '',
  -- The version that it began from; null where it began from a text.
  base integer,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  sent_back_at timestamptz,
  sent_back_by uuid,
  sent_back_reason text,
  -- The version that it became.
  version integer,
  primary key (workspace_id, id)
);
create index charter_draft_changed on charter_draft (workspace_id, changed_at);
grant select, insert, delete,
  update (seq, state, source, note, changed_at, changed_by, sent_back_at, sent_back_by, sent_back_reason, version)
  on charter_draft to avow_app;

-- Every change of a draft's text, in order: the text of seq 0 and these make every text it ever had.
create table draft_edit (
  workspace_id uuid not null,
  draft_id uuid not null,
  seq bigint not null check (seq > 0),
  -- Given by the writer, so that an edit sent twice is one.
  edit_id uuid not null,
  splices jsonb not null,
  -- What stood where the splices took something away: with it an edit can be undone.
  removed jsonb not null,
  by uuid,
  at timestamptz not null,
  primary key (workspace_id, draft_id, seq),
  unique (workspace_id, draft_id, edit_id),
  foreign key (workspace_id, draft_id) references charter_draft on delete cascade
);
grant select, insert, delete on draft_edit to avow_app;

-- What approvals are about: a draft's canonical form with its zones, as it would be published. A draft that is taken back
-- and submitted again has another round.
create table draft_submission (
  workspace_id uuid not null,
  draft_id uuid not null,
  round integer not null check (round > 0),
  seq bigint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  canonical text not null,
  source text not null,
  effective timestamptz,
  zone text not null,
  by uuid,
  at timestamptz not null,
  approvers text[] not null,
  need integer not null check (need > 0),
  ended_at timestamptz,
  primary key (workspace_id, draft_id, round),
  foreign key (workspace_id, draft_id) references charter_draft on delete cascade
);
grant select, insert, delete, update (ended_at) on draft_submission to avow_app;

create table draft_approval (
  workspace_id uuid not null,
  draft_id uuid not null,
  round integer not null,
  person_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  effective timestamptz,
  at timestamptz not null,
  primary key (workspace_id, draft_id, round, person_id),
  foreign key (workspace_id, draft_id, round) references draft_submission on delete cascade
);
grant select, insert, delete on draft_approval to avow_app;

alter table charter_version add column note text not null default '';
-- There was one approver only, and the list of versions says so.
alter table charter_version add column by_one boolean not null default false;

-- A draft tried on the workspace's own log. lines and changes are what it found; changes has the first of those tickets
-- that would have fared otherwise.
create table trial (
  workspace_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  seq bigint not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  trouble text,
  lines jsonb not null default '[]',
  changes jsonb not null default '[]',
  -- When the server that runs it last said so: one that has died says nothing more.
  beat_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, draft_id) references charter_draft on delete cascade
);
create index trial_draft on trial (workspace_id, draft_id);
-- One at a time.
create unique index trial_running on trial (workspace_id) where state = 'running';
grant select, insert, delete, update (state, done, total, ended_at, trouble, lines, changes, beat_at) on trial to avow_app;

-- One clause that changed, told to one person of the desk.
create table clause_notice (
  workspace_id uuid not null,
  version integer not null,
  clause text not null,
  person_id uuid not null,
  difference jsonb not null,
  told_at timestamptz not null,
  acknowledged_at timestamptz,
  reminded_at timestamptz,
  primary key (workspace_id, version, clause, person_id),
  foreign key (workspace_id, version) references charter_version,
  foreign key (workspace_id, person_id) references person on delete cascade
);
create index clause_notice_person on clause_notice (workspace_id, person_id, told_at);
grant select, insert, delete, update (acknowledged_at, reminded_at) on clause_notice to avow_app;

-- ── remedies ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A remedy given or asked for, with what it was decided on. The ticket's log says the same in events.
create table remedy_grant (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  clause text not null,
  "row" integer not null check ("row" >= 0),
  remedy text not null,
  minor bigint check (minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('granted', 'asked', 'refused', 'withdrawn', 'done')),
  is_bend boolean not null default false,
  reason text not null default '',
  backed_by text[] not null default '{}',
  -- Positions that may decide what was asked for, as they were when it was asked.
  waits_for text[] not null default '{}',
  charter_hash text not null check (charter_hash ~ '^[0-9a-f]{64}$'),
  facts jsonb not null,
  facts_hash text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  done_by uuid,
  done_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket,
  check ((minor is null) = (currency is null))
);
create index remedy_grant_ticket on remedy_grant (workspace_id, ticket_id);
create index remedy_grant_state on remedy_grant (workspace_id, state, asked_at);
grant select, insert, delete,
  update (state, backed_by, decided_by, decided_at, decision_reason, done_by, done_at) on remedy_grant to avow_app;

-- What was spent of a budget: of a person, by an authority clause, in a day or another period of the charter's zone. Its
-- row lock is what keeps two grants from spending one euro.
create table budget_spent (
  workspace_id uuid not null,
  person_id uuid not null,
  budget text not null check (budget in ('remedies', 'kindness')),
  clause text not null,
  period text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor bigint not null default 0 check (minor >= 0),
  primary key (workspace_id, person_id, budget, clause, period, currency)
);
grant select, insert, delete, update (minor) on budget_spent to avow_app;

-- What was tried and done at the gates, refusals too.
create table audit (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  action text not null,
  code text,
  person_id uuid,
  actor text not null,
  ticket_id uuid,
  data jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index audit_at on audit (workspace_id, at, id);
grant select, insert on audit to avow_app;

-- Whose limits a key has.
alter table control.api_key add column owner_id uuid;

-- ── why promises broke ──────────────────────────────────────────────────────────────────────────────────────────────
-- The leading cause of each broken commitment by the rule, reckoned again when it is fulfilled, and what a lead says.
create table breach (
  workspace_id uuid not null,
  ticket_id uuid not null,
  promise text not null,
  run integer not null check (run > 0),
  due timestamptz not null,
  -- Monday of the week of due in the charter's zone.
  week text not null check (week ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  team text not null default '',
  cause text not null,
  segments jsonb not null,
  -- Null while it is not fulfilled.
  late_ms bigint,
  corrected_cause text,
  corrected_reason text,
  corrected_by uuid,
  corrected_at timestamptz,
  primary key (workspace_id, ticket_id, promise, run),
  foreign key (workspace_id, ticket_id) references ticket
);
create index breach_due on breach (workspace_id, due, ticket_id);
create index breach_week on breach (workspace_id, week);
grant select, insert, delete,
  update (due, week, team, cause, segments, late_ms, corrected_cause, corrected_reason, corrected_by, corrected_at)
  on breach to avow_app;
-- How many tickets came in when.
create index ticket_created on ticket (workspace_id, created_at);

-- ── what people say of a clause ─────────────────────────────────────────────────────────────────────────────────────
create table suggestion (
  workspace_id uuid not null,
  id uuid not null,
  clause text not null,
  version integer,
  kind text not null check (kind in ('comment', 'suggestion')),
  text text not null,
  ticket_id uuid,
  grant_id uuid,
  by uuid,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  -- The draft that took it up.
  draft_id uuid,
  primary key (workspace_id, id)
);
create index suggestion_at on suggestion (workspace_id, at);
grant select, insert, delete, update (state, decided_by, decided_at, decision_reason, draft_id) on suggestion to avow_app;

-- What readers of the public page answered: is this promise fair, was it kept. Whoever answers twice the same day is
-- counted once, known by an HMAC under a key of the day, which is overwritten once the day is over.
create table opinion (
  workspace_id uuid not null,
  version integer not null,
  clause text not null,
  question text not null check (question in ('fair', 'kept')),
  day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  visitor bytea not null check (octet_length(visitor) = 32),
  answer boolean not null,
  at timestamptz not null,
  primary key (workspace_id, version, clause, question, day, visitor)
);
grant select, insert, delete, update (visitor, answer, at) on opinion to avow_app;

-- ── figures that change no more ─────────────────────────────────────────────────────────────────────────────────────
-- A promise's figure of a period that has closed, with the SHA-256 of its list (SPEC M10, M11).
create table figure_period (
  workspace_id uuid not null,
  promise text not null,
  period text not null check (period in ('week', 'month', 'quarter', 'year')),
  -- Its first date in the charter's zone.
  first text not null check (first ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  "from" timestamptz not null,
  "to" timestamptz not null,
  kept integer not null check (kept >= 0),
  broken integer not null check (broken >= 0),
  cancelled jsonb not null,
  put_off integer not null,
  corrected integer not null,
  unfulfilled integer not null,
  median_ms bigint,
  mean_ms bigint,
  versions integer not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  primary key (workspace_id, promise, period, first)
);
grant select, insert, delete on figure_period to avow_app;

-- What later events made of it: the figure as it then was. n counts from 1.
create table figure_correction (
  workspace_id uuid not null,
  promise text not null,
  period text not null,
  first text not null,
  n integer not null check (n > 0),
  kept integer not null check (kept >= 0),
  broken integer not null check (broken >= 0),
  cancelled jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (workspace_id, promise, period, first, n),
  foreign key (workspace_id, promise, period, first) references figure_period on delete cascade
);
grant select, insert, delete on figure_correction to avow_app;

alter table charter_draft enable row level security, force row level security;
create policy workspace on charter_draft using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table draft_edit enable row level security, force row level security;
create policy workspace on draft_edit using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table draft_submission enable row level security, force row level security;
create policy workspace on draft_submission using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table draft_approval enable row level security, force row level security;
create policy workspace on draft_approval using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table trial enable row level security, force row level security;
create policy workspace on trial using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table clause_notice enable row level security, force row level security;
create policy workspace on clause_notice using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table remedy_grant enable row level security, force row level security;
create policy workspace on remedy_grant using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table budget_spent enable row level security, force row level security;
create policy workspace on budget_spent using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table audit enable row level security, force row level security;
create policy workspace on audit using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table breach enable row level security, force row level security;
create policy workspace on breach using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table suggestion enable row level security, force row level security;
create policy workspace on suggestion using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table opinion enable row level security, force row level security;
create policy workspace on opinion using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table figure_period enable row level security, force row level security;
create policy workspace on figure_period using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
alter table figure_correction enable row level security, force row level security;
create policy workspace on figure_correction using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);

-- ── setting up ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- What of the first steps is done, and the hours of the charter to come; null where none has begun, and once all are done.
alter table control.workspace add column setting_up jsonb;
grant update (setting_up) on control.workspace to avow_app;
