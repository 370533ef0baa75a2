-- Whether mail to an address with a plus (care+41-…@) comes in where a mailbox lies with somebody else's server: the desk
-- finds out by a mail to itself. Null: not known; until it is, nobody is given such an address. `plus_address`: the
-- mailbox's own address when that was tried.
alter table mail_account
  add column plus text,
  add column plus_address text,
  add column plus_tried_at timestamptz,
  add constraint mail_account_plus check (plus in ('taken', 'refused'));
grant update (plus, plus_address, plus_tried_at) on mail_account to avow_app;
