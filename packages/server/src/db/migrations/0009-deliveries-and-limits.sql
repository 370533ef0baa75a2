-- How mail of ours fares after it has left, what holds it back, and what holds back a flood that comes in.

alter table outbox
  -- Given up since a server refused it for good; otherwise since time ran out, or it could not be written.
  add column refused boolean not null default false,
  -- What a server's report says of it, after it had left.
  add column reported text check (reported in ('failed', 'delayed', 'delivered')),
  add column reported_at timestamptz,
  -- As the report names it, e.g. 5.1.1, and its own words.
  add column reported_status text,
  add column reported_said text,
  -- Automatic mail that is kept back until somebody lets it go.
  add column held_for text check (held_for in ('address', 'domain', 'workspace', 'dead-address')),
  -- Automatic mail that the limits let pass: when, and the HMACs of where it goes, which they count.
  add column passed_at timestamptz,
  add column address_mark bytea check (octet_length(address_mark) = 32),
  add column domain_mark bytea check (octet_length(domain_mark) = 32);
drop index outbox_waiting;
create index outbox_waiting on outbox (workspace_id, due)
  where sent_at is null and given_up_at is null and held_for is null;
create index outbox_passed on outbox (workspace_id, passed_at) include (address_mark, domain_mark)
  where passed_at is not null;
grant update (refused, reported, reported_at, reported_status, reported_said, held_for, passed_at, address_mark,
  domain_mark) on outbox to avow_app;

-- Mail to this address comes back for good, and by which status; until a person says that it takes mail again.
alter table person
  add column unreachable_since timestamptz,
  add column unreachable_status text;
grant update (unreachable_since, unreachable_status) on person to avow_app;

-- The address of the machine that brought a mail over SMTP.
alter table inbound_mail add column client_address text;
create index inbound_mail_sender on inbound_mail (workspace_id, envelope_from, received_at);
create index inbound_mail_client on inbound_mail (workspace_id, client_address, received_at) where client_address is not null;
drop index inbound_mail_pending;
create index inbound_mail_pending on inbound_mail (workspace_id, mailbox_id, received_at) where outcome is null;
