with told as (
    delete from lockthat.untold
    where not exists (select from pg_stat_activity where datname = current_database() and application_name = $1)
    returning team, user_id, org, at, body
)
insert into lockthat.notices (team, user_id, org, at, body, due_at)
select team, user_id, org, at, body, lockthat.now() from told
