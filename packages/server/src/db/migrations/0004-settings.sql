-- What was set at set-up can be changed later: the company's languages, its addresses. And who comes later reads the charter too.

-- The languages of the public pages: those chosen for the company, else those of the charter in force.
alter table control.workspace add column languages_chosen boolean not null default false;
grant update (languages_chosen) on control.workspace to avow_app;

-- One address answers what came by none, and writes what we write of ourselves. One that was removed keeps its row: mails
-- and tickets point to it.
alter table mailbox add column answers boolean not null default false;
alter table mailbox add column removed_at timestamptz;
alter table mailbox add constraint mailbox_answering check (not answers or removed_at is null);
create unique index mailbox_answers on mailbox (workspace_id) where answers;
grant update (address, answers, removed_at) on mailbox to avow_app;
grant update (mailbox_id, is_default) on control.mailbox_address to avow_app;

-- Until now the one that was there first answered, also where set-up had put another in its place: to that one no address leads.
do $$
declare workspace uuid;
begin
  for workspace in select id from control.workspace loop
    perform set_config('avow.workspace', workspace::text, true);
    update mailbox b set answers = true
     where b.workspace_id = workspace and b.id = (
       select m.id from mailbox m
         left join control.mailbox_address a on a.workspace_id = workspace and a.mailbox_id = m.id
        where m.workspace_id = workspace
        order by coalesce(a.is_default, false) desc, a.address is null, m.id limit 1);
    update mailbox b set removed_at = now()
     where b.workspace_id = workspace and not b.answers
       and not exists (select from control.mailbox_address a where a.workspace_id = workspace and a.mailbox_id = b.id);
  end loop;
  perform set_config('avow.workspace', '', true);
end $$;

-- A clause that somebody reads for the first time: it did not change, they are new to it.
alter table clause_notice add column is_first boolean not null default false;
