-- An id that has run out may have come again.
insert into lockthat.redeemed (id, until) select * from unnest($1, $2)
on conflict (id) do update set until = excluded.until
