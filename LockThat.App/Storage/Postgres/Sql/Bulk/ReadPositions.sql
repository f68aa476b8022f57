-- The newest position of each workspace where no event has it, because events were deleted.
select p.team, p.position from lockthat.positions p
where not exists (select from lockthat.events e where e.team = p.team and e.position >= p.position)
    and not exists (select from lockthat.tail t where t.team = p.team)
order by p.team
