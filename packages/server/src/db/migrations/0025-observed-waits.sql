-- What our own people waited at others, as they noted it.
create table observed_wait (
  workspace_id uuid not null,
  id uuid not null,
  -- At whom.
  company text not null check (char_length(company) between 1 and 200),
  channel text check (char_length(channel) between 1 and 100),
  day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  wait_ms bigint not null check (wait_ms >= 0),
  note text not null check (char_length(note) <= 1000),
  by uuid,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index observed_wait_at on observed_wait (workspace_id, at, id);
create index observed_wait_day on observed_wait (workspace_id, day);
grant select, insert, delete on observed_wait to avow_app;
alter table observed_wait enable row level security, force row level security;
create policy workspace on observed_wait using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
