-- Two customers who are one person: the row stays, with the address by which their mail is known, and says whom it became. The
-- log keeps the key of whom it named; who is erased, is erased with all the rows that became theirs.
alter table person add column merged_id uuid;
-- Who this is: whom the row became, else itself. Two rows with the same are one person.
alter table person add column who uuid not null generated always as (coalesce(merged_id, id)) stored;
alter table person add constraint person_merged_check check (merged_id is null or (kind = 'customer' and merged_id <> id));
alter table person add foreign key (workspace_id, merged_id) references person (workspace_id, id) on delete cascade;
create index person_who on person (workspace_id, who);
create index person_merged on person (workspace_id, merged_id) where merged_id is not null;
grant update (merged_id) on person to avow_app;
