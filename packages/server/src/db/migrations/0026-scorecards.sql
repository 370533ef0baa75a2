-- What leads say of how an answered ticket showed the company's values: a row for each ticket and value, as it was said last.
create table scorecard (
  workspace_id uuid not null,
  ticket_id uuid not null,
  value text not null,
  shown text not null check (shown in ('yes', 'partly', 'no')),
  note text not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (workspace_id, ticket_id, value),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, said_by) references person on delete set null (said_by)
);
create index scorecard_said on scorecard (workspace_id, said_at);
grant select, insert, delete, update (shown, note, said_by, said_at) on scorecard to avow_app;
alter table scorecard enable row level security, force row level security;
create policy workspace on scorecard using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
