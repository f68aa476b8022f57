select pg_advisory_xact_lock(hashtextextended('lockthat installation ' || $1, 0))
