-- The rules of a team stand in the row that all its resources share, which every change reads anyway.
alter table lockthat.workspaces add column policy jsonb;
