-- Messages of a ticket are forwarded to people outside: neither customers nor staff, and in nothing that is shown to either
-- of a ticket's customers do they take part.
alter table person drop constraint person_kind_check;
alter table person add constraint person_kind_check check (kind in ('customer', 'staff', 'outside'));

-- How many somebody has sent of late; ids rise with time.
create index outbox_forwards on outbox (workspace_id, id) where kind = 'forward';
