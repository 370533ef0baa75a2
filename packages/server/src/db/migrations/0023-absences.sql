-- Who of the desk is away: from when until when, and who stands in for them. A row each, as it was said last.
create table absence (
  workspace_id uuid not null,
  person_id uuid not null,
  away_from timestamptz not null,
  away_until timestamptz not null,
  deputy_id uuid,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person on delete cascade,
  foreign key (workspace_id, deputy_id) references person on delete set null (deputy_id),
  check (away_from < away_until),
  check (deputy_id <> person_id)
);
create index absence_deputy on absence (workspace_id, deputy_id) where deputy_id is not null;
grant select, insert, delete, update (away_from, away_until, deputy_id) on absence to avow_app;
alter table absence enable row level security, force row level security;
create policy workspace on absence using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
