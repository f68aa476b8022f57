-- Of an organisation a person sees the workspace that they opened last.
create index viewers_person on lockthat.viewers (user_id);
