select id, until from lockthat.redeemed where until > $1 order by id
