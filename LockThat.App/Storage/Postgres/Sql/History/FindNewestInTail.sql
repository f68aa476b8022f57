select max(number) from lockthat.tail where team = $1
