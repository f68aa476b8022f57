select (select lockthat.now()), r.team, r.org
from (select 1) as one left join (
    select team, org from lockthat.resources where team = $1
    union select team, org from lockthat.notices where team = $1
    union select team, org from lockthat.untold where team = $1
    union select team, org from lockthat.viewers where team = $1
    union select team, org from lockthat.people where team = $1
    union select team, org from lockthat.former_members where team = $1
    union select team, org from lockthat.tail where team = $1
    union select team, org from lockthat.positions where team = $1
) as r on true
