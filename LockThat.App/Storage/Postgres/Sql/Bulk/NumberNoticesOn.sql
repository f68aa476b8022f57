-- Lets new notices have higher numbers than those that are there.
select setval('lockthat.notices_number_seq', greatest(last_value, (select max(number) from lockthat.notices)))
from lockthat.notices_number_seq
where exists (select from lockthat.notices)
