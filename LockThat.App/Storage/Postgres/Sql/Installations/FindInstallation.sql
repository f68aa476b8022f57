select lockthat.now(), i.key, i.body from (select 1) as one left join lockthat.installations i on i.key = $1
