-- Cases of a crisis are counted apart: a commitment names the clause that amended its promise, a closed figure how many
-- of its commitments were such cases.
alter table commitment add column amended_by text;
grant update (amended_by) on commitment to avow_app;
alter table figure_period add column crisis_kept integer not null default 0 check (crisis_kept between 0 and kept);
alter table figure_period add column crisis_broken integer not null default 0 check (crisis_broken between 0 and broken);
