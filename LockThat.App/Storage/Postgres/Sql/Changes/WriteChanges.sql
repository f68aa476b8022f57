-- Writes each group of keys on condition that all of its keys are as they were read, the notices and the events with
-- them, and returns the numbers of what is written. Nearly always a group is one key. The statement waits for nobody's
-- row: a row that another instance is about to change counts as changed.
-- present: the rows that are still as they were read.
-- counted: the workspaces of which nobody else creates or deletes something at this moment, and whether anybody did so
-- since the look.
-- whole: the groups that can be written; in a group of several also the keys under which there still is nothing.
-- created: behind the deletions, because a resource that gets another name takes its id along.
with change as (
    select c.*, count(*) over (partition by unit) > 1 as is_joint
    from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) with ordinality
        as c (team, name_key, version, name, org, state, due_at, identity, id, unit, is_written, number)
), present as (
    select c.* from change c join lockthat.resources r on r.team = c.team and r.name_key = c.name_key
    where r.version = c.version
    for update of r skip locked
), counted as (
    select w.team, w.resources = g.resources and w.deleted_versions = g.deleted_versions as is_same
    from unnest($12, $13, $14) as g (team, resources, deleted_versions) join lockthat.workspaces w on w.team = g.team
    where exists (select from change c where c.team = g.team and (c.state is null or c.version is null))
    for update of w skip locked
), possible as (
    select p.number from present p left join counted t on t.team = p.team
    where p.state is not null or t.team is not null
    union all
    select c.number from change c left join counted t on t.team = c.team
    where c.version is null and (coalesce(t.is_same, false) or (c.state is null and not c.is_joint))
), whole as (
    select c.unit from change c left join possible p on p.number = c.number
    group by c.unit having count(*) = count(p.number)
), updated as (
    update lockthat.resources r
    set name = coalesce(p.name, r.name), org = p.org, state = p.state, due_at = p.due_at, id = p.id,
        version = nextval('lockthat.versions'), changed_at = lockthat.now()
    from present p join whole on whole.unit = p.unit
    where p.is_written and p.state is not null and r.team = p.team and r.name_key = p.name_key
), deleted as (
    delete from lockthat.resources r using present p join whole on whole.unit = p.unit
    where p.state is null and r.team = p.team and r.name_key = p.name_key
    returning r.team, r.version
), created as (
    insert into lockthat.resources (team, name_key, name, org, state, due_at, version, changed_at, identity, id)
    select c.team, c.name_key, c.name, c.org, c.state, c.due_at, nextval('lockthat.versions'), lockthat.now(),
        c.identity, c.id
    from change c join whole on whole.unit = c.unit
    where c.version is null and c.state is not null and (select count(*) from deleted) >= 0
    returning team
), recounted as (
    update lockthat.workspaces w
    set resources = w.resources + g.growth, deleted_versions = w.deleted_versions + g.lost, changed_at = lockthat.now()
    from (
        select team, sum(growth)::int as growth, sum(lost)::bigint as lost
        from (
            select team, 1 as growth, 0 as lost from created
            union all select team, -1, version + 1 from deleted
        ) as one
        group by team
    ) as g
    where w.team = g.team
), done as materialized (
    select c.number from change c join whole on whole.unit = c.unit
), told as (
    insert into lockthat.notices (team, user_id, org, at, body, due_at)
    select n.team, n.user_id, n.org, n.at, n.body, lockthat.now()
    from unnest($15, $16, $17, $18, $19, $20) with ordinality as n (number, user_id, team, org, at, body, place)
    where n.number in (select number from done)
    order by n.place
), kept as (
    insert into lockthat.tail (team, org, resource, at, actor, kind, body)
    select e.team, e.org, e.resource, e.at, e.actor, e.kind, e.body
    from unnest($21, $22, $23, $24, $25, $26, $27, $28) with ordinality
        as e (number, team, org, resource, at, actor, kind, body, place)
    where e.number in (select number from done)
    order by e.place
)
select number::int from done
