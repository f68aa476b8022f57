select
    (select coalesce(sum(resources), 0) from lockthat.workspaces),
    (select count(*) from lockthat.resources where due_at is not null),
    (select count(*) from lockthat.notices),
    (select min(at) from lockthat.notices),
    lockthat.now()
