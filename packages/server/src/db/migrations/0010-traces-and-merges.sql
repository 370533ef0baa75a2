-- Why each mail is on the ticket that it is on, and what was put right by hand: tickets merged, messages moved.

-- A code of the catalogue with its data (contract/src/mail-trace.ts). Null where the mail is on no ticket, and for mail that
-- was settled before this was kept.
alter table inbound_mail add column trace jsonb;
grant update (trace) on inbound_mail to avow_app;
-- The mails behind the messages of a ticket.
create index inbound_mail_event on inbound_mail (workspace_id, event_id) where event_id is not null;

-- The ticket that it was merged into.
alter table ticket add column merged_id uuid;
grant update (merged_id) on ticket to avow_app;
create index ticket_merged on ticket (workspace_id, merged_id) where merged_id is not null;

-- Few events take a message away from a ticket; whoever reads the whole log asks for them all.
create index event_moved on event (workspace_id, ticket_id) where type = 'message.moved';
