-- Writes each key on condition that it is as it was read, its notices with it, and returns the numbers of what is
-- written. The statement waits for nobody's row: a row that another instance is about to change counts as changed.
-- present: the rows that are still as they were read.
-- counted: the workspaces of which nobody else creates or deletes something at this moment.
with change as (
    select * from unnest($1, $2, $3, $4, $5, $6, $7, $16) with ordinality
        as c (team, name_key, version, name, org, state, due_at, identity, number)
), present as (
    select c.* from change c join lockthat.resources r on r.team = c.team and r.name_key = c.name_key
    where r.version = c.version
    for update of r skip locked
), counted as (
    select w.team, w.resources = g.resources as may_grow
    from unnest($8, $9) as g (team, resources) join lockthat.workspaces w on w.team = g.team
    where exists (select from change c where c.team = g.team and (c.state is null or c.version is null))
    for update of w skip locked
), updated as (
    update lockthat.resources r
    set name = coalesce(p.name, r.name), org = p.org, state = p.state, due_at = p.due_at,
        version = nextval('lockthat.versions'), changed_at = lockthat.now()
    from present p
    where p.state is not null and r.team = p.team and r.name_key = p.name_key
    returning p.number
), deleted as (
    delete from lockthat.resources r using present p join counted t on t.team = p.team
    where p.state is null and r.team = p.team and r.name_key = p.name_key
    returning p.number, r.team, r.version
), created as (
    insert into lockthat.resources (team, name_key, name, org, state, due_at, version, changed_at, identity)
    select c.team, c.name_key, c.name, c.org, c.state, c.due_at, nextval('lockthat.versions'), lockthat.now(),
        c.identity
    from change c join counted t on t.team = c.team
    where c.version is null and c.state is not null and t.may_grow
    returning team, coalesce(identity, name_key) as identity
), done as (
    select number from updated
    union all select number from deleted
    union all select c.number from created join change c using (team, identity)
    union all select number from change where version is null and state is null
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
), told as (
    insert into lockthat.notices (team, user_id, org, at, body, due_at)
    select n.team, n.user_id, n.org, n.at, n.body, lockthat.now()
    from unnest($10, $11, $12, $13, $14, $15) with ordinality as n (number, user_id, team, org, at, body, place)
    where n.number in (select number from done)
    order by n.place
)
select number::int from done
