with put_off as (
    update lockthat.notices
    set attempts = attempts + $4, due_at = lockthat.now() + $2, claimed_by = null, claimed_until = null
    where number = $1 and claimed_by = $3
    returning number, team, user_id, due_at
)
update lockthat.notices n set due_at = p.due_at
from put_off p
where n.team = p.team and n.user_id = p.user_id and n.number > p.number and n.due_at < p.due_at
