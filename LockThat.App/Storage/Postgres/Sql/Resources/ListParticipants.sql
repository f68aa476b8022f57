select distinct r.team, r.org, p.person
from lockthat.resources r cross join lateral (
    select r.state -> 'lease' ->> 'holder'
    union all select r.state -> 'lease' -> 'former' ->> 'holder'
    union all select plea ->> 'who' from jsonb_array_elements(r.state -> 'pleas') as plea
    union all select r.state -> 'turn' ->> 'who'
    union all select jsonb_array_elements_text(r.state -> 'watchers')
    union all select w.who from lockthat.waits w where r.state ? 'line' and w.team = r.team and w.resource = r.id
) as p (person)
where p.person is not null
