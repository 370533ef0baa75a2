-- What was done of one kind at the gates, the newest first: the list of skipped steps asks for one in thousands.
create index audit_action on audit (workspace_id, action, at, id);
