-- What became of a remedy that was given out of kindness: somebody who leads suggested a change of the charter, or set it
-- aside with a reason. Null while nobody looked.
alter table remedy_grant
  add column review text,
  add column reviewed_by uuid,
  add column reviewed_at timestamptz,
  add column review_reason text,
  add constraint remedy_grant_review check (review in ('suggested', 'set-aside')),
  add constraint remedy_grant_reviewed check ((review is null) = (reviewed_at is null)
    and (review is null) = (review_reason is null));
grant update (review, reviewed_by, reviewed_at, review_reason) on remedy_grant to avow_app;
create index remedy_grant_exceptions on remedy_grant (workspace_id, asked_at)
  where is_bend and review is null and state in ('granted', 'done');
