-- What approvers are asked for beside a hash and a time: one more of them where customers get less, and warnings that an author
-- let stand with a reason.

-- How many people the charter asks for; they are as many as that or as there are (need). 0: submitted before it was kept.
alter table draft_submission add column asked integer not null default 0 check (asked >= 0);
-- Some customer gets less by it than by the version whose place it takes.
alter table draft_submission add column gives_less boolean not null default false;
-- The warnings that it was submitted with, each with who let it stand, and why.
alter table draft_submission add column warnings jsonb not null default '[]';

-- A warning that an author lets stand. finding names it: its code, its clause and place, and what it says; while that is the
-- same, the tick stays.
create table draft_tick (
  workspace_id uuid not null,
  draft_id uuid not null,
  finding text not null check (finding ~ '^[0-9a-f]{64}$'),
  reason text not null check (reason <> ''),
  by uuid,
  at timestamptz not null,
  primary key (workspace_id, draft_id, finding),
  foreign key (workspace_id, draft_id) references charter_draft on delete cascade
);
grant select, insert, delete, update (reason, by, at) on draft_tick to avow_app;
alter table draft_tick enable row level security, force row level security;
create policy workspace on draft_tick using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
