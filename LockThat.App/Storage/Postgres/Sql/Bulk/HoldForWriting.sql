-- Keeps everybody else from writing, and from holding, until the end of the transaction.
-- The command that moves the store waits for the other store, and takes its time, whatever the server allows to others.
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
lock table
    lockthat.workspaces, lockthat.resources, lockthat.notices, lockthat.viewers, lockthat.people,
    lockthat.installations, lockthat.redeemed, lockthat.untold, lockthat.waits, lockthat.tail, lockthat.events,
    lockthat.positions, lockthat.former_members
in exclusive mode
