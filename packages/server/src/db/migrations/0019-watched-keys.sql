-- Signing keys are looked for by themselves: since when the record of one that was seen is gone or another, in how many
-- regular looks in a row, and since when the key signs nothing for that.
alter table mail_key
  add column lacking_since timestamptz,
  add column missed smallint not null default 0,
  add column stopped_at timestamptz,
  add check (stopped_at is null or lacking_since is not null);
grant update (lacking_since, missed, stopped_at) on mail_key to avow_app;
