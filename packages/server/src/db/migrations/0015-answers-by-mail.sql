-- People of the desk may answer from their own mail program, where the workspace wants it, and are mailed what customers
-- write on their tickets, where they want it.

alter table control.workspace add column answers_by_mail boolean not null default false;
grant update (answers_by_mail) on control.workspace to avow_app;

alter table person add column is_mailed_messages boolean not null default false;
grant update (is_mailed_messages) on person to avow_app;
