insert into lockthat.viewers (team, user_id, org, opened_at, page, filter)
select $1, $2, $3, greatest($4, (
    select max(opened_at) + interval '1 millisecond' from lockthat.viewers
    where user_id = $2 and org = $3 and team <> $1)), $5, $6
on conflict (team, user_id) do update
set org = excluded.org, opened_at = excluded.opened_at, page = excluded.page, filter = excluded.filter, shown = 0
