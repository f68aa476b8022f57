select distinct r.team, r.org, p.person
from lockthat.resources r cross join lateral (
    select r.state -> 'lease' ->> 'holder'
    union all select r.state -> 'lease' -> 'former' ->> 'holder'
    union all select jsonb_array_elements_text(r.state -> 'watchers')
) as p (person)
where p.person is not null
