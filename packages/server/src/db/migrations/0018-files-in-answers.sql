-- A file that somebody of the desk has uploaded and that no message has taken along yet. Its bytes lie among the blobs without
-- a row there, so that they are swept like any that nobody names; what takes them along writes that row.
create table upload (
  workspace_id uuid not null,
  -- Of the uploader's own making.
  id uuid not null,
  -- Who alone may name it: `user:…` or `key:…`.
  actor text not null,
  blob_key uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  size bigint not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);
create index upload_actor on upload (workspace_id, actor);
create index upload_made on upload (workspace_id, made_at);
grant select, insert, delete on upload to avow_app;
alter table upload enable row level security, force row level security;
create policy workspace on upload using (workspace_id = nullif(current_setting('avow.workspace', true), '')::uuid);
