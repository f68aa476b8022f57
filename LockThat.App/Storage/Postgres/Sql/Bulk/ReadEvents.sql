-- Filed events with their positions, and then the tail with the positions that its events will have.
select team, position, body from lockthat.events
union all
select t.team, coalesce(p.position, 0) + row_number() over (partition by t.team order by t.number), t.body
from lockthat.tail t left join lockthat.positions p on p.team = t.team
order by team, position
