-- A person of whom it is known keeps the moment.
insert into lockthat.former_members (team, user_id, org, left_at) values ($1, $2, $3, lockthat.now())
on conflict (team, user_id) do nothing
