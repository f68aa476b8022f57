insert into lockthat.events (team, resource, at, actor, kind, body, position)
select team, resource, at, actor, kind, body, position
from unnest($1, $2, $3, $4, $5, $6, $7, $8) as r (team, org, resource, at, actor, kind, body, position)
