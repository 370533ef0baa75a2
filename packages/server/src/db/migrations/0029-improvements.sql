-- What leads say of mending a clause: a row for each clause, as it was said last. Everything else of the ranking is reckoned
-- when it is read.
create table improvement (
  workspace_id uuid not null,
  clause text not null check (char_length(clause) between 1 and 100),
  -- Null: nobody has said.
  effort text check (effort in ('small', 'medium', 'large')),
  -- Who sees to it in place of the position that answers for the clause.
  owner_id uuid,
  by_day text check (by_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  note text not null check (char_length(note) <= 1000),
  state text not null check (state in ('open', 'done', 'dropped')),
  said_by uuid,
  said_at timestamptz not null,
  primary key (workspace_id, clause),
  foreign key (workspace_id, owner_id) references person on delete set null (owner_id),
  foreign key (workspace_id, said_by) references person on delete set null (said_by)
);
grant select, insert, delete, update (effort, owner_id, by_day, note, state, said_by, said_at) on improvement to avow_app;
alter table improvement enable row level security, force row level security;
create policy workspace on improvement using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
