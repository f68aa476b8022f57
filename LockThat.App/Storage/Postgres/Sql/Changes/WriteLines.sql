-- Follows WriteChanges where lines change: writes places in line with their resource, and returns the same numbers. The
-- line of a resource that is gone ends with it.
, queued as (
    insert into lockthat.waits (team, resource, id, who, at, step, body)
    select c.team, c.id, q.id, q.who, q.at, q.step, q.body
    from unnest($29, $30, $31, $32, $33, $34) as q (number, id, who, at, step, body)
    join change c on c.number = q.number join done on done.number = q.number
    on conflict (team, resource, id) do update
    set who = excluded.who, at = excluded.at, step = excluded.step, body = excluded.body
), dequeued as (
    delete from lockthat.waits w
    using unnest($35, $36) as g (number, id) join change c on c.number = g.number join done on done.number = g.number
    where w.team = c.team and w.resource = c.id and w.id = g.id
)
select number::int from done
