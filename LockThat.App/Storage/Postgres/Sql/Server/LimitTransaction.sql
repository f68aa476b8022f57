-- An instance that is paused in the middle of a transaction must not hold up the others for long. An instance that
-- waits for a row of such a one hears so from the server before the server seems not to serve.
select set_config('idle_in_transaction_session_timeout', '5s', true), set_config('lock_timeout', $1, true)
