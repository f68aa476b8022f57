-- Whether an instance that knows less than version $1 of the tables was seen in the last 30 seconds. Versions from
-- before the table of instances are seen by the names $2 of their connections alone. SaveInstance notes these there, so
-- that one that has lost its connections for a moment is not taken for gone.
select
    exists (select from lockthat.instances where version < $1 and seen_at > lockthat.now() - interval '30 seconds')
    or exists (select from pg_stat_activity where datname = current_database() and application_name = any($2))
