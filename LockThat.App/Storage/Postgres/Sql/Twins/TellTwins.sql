with told as (
    delete from lockthat.untold
    returning team, user_id, org, at, body
)
insert into lockthat.notices (team, user_id, org, at, body, due_at)
select team, user_id, org, at, body, lockthat.now() from told
