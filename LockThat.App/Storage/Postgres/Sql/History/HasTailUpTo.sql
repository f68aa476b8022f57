select exists (select from lockthat.tail where team = $1 and number <= $2)
