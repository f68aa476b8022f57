update lockthat.viewers v set shown = case when v.team = $1 then $3 else 0 end
from lockthat.viewers own
where own.team = $1 and own.user_id = $2 and v.user_id = $2
    and (v.team = $1 or (v.org = own.org and v.opened_at > own.opened_at))
