-- Of an organisation a person sees on their one Home the workspace that they opened last.
select
    team, user_id, org, opened_at, page, filter,
    not exists (
        select from lockthat.viewers later
        where later.user_id = v.user_id and later.org = v.org
            and (later.opened_at, later.team) > (v.opened_at, v.team))
from lockthat.viewers v where (team, user_id) in (select * from unnest($1, $2))
