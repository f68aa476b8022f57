select team from lockthat.resources where org = $1
union select team from lockthat.notices where org = $1
union select team from lockthat.viewers where org = $1
