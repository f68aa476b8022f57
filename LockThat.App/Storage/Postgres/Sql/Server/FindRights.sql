select
    current_setting('transaction_read_only')::bool,
    has_database_privilege(current_database(), 'create')
