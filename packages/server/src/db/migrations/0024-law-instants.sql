-- When the law's own time on a commitment is over (docs/law-packs.md), as long as that lies ahead and nothing was answered:
-- the sweeper comes back then, whether the promise itself has broken or not.
alter table commitment add column law_at timestamptz;
grant update (law_at) on commitment to avow_app;
create index commitment_law on commitment (workspace_id, law_at) where law_at is not null;
-- What is open is judged once more, and gets its instant by that.
alter table commitment no force row level security;
update commitment set law_at = start where state in ('running', 'paused');
alter table commitment force row level security;
