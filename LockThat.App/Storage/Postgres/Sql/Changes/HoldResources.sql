-- In one order, so that two that hold several resources never wait for each other.
select 1 from lockthat.resources
where team = $1 and ((name_key = any($2) and identity is null) or (identity = any($2) and identity <> ''))
order by id
for update
