-- What is set of a team; teams themselves are names, on people and on tickets.
create table team (
  workspace_id uuid not null,
  name text not null,
  -- From which its answers leave; null: from the mailbox of the ticket.
  mailbox_id uuid,
  -- By language, plain text with placeholders.
  signatures jsonb not null default '{}',
  -- Acknowledgements of its tickets are signed too.
  signs_automatic boolean not null default false,
  primary key (workspace_id, name),
  foreign key (workspace_id, mailbox_id) references mailbox
);
-- A mailbox that is a team's own says whose what came by it is.
create unique index team_mailbox on team (workspace_id, mailbox_id) where mailbox_id is not null;
grant select, insert, delete, update (mailbox_id, signatures, signs_automatic) on team to avow_app;
alter table team enable row level security, force row level security;
create policy workspace on team using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);

create index outbox_held on outbox (workspace_id) where held_for is not null;
