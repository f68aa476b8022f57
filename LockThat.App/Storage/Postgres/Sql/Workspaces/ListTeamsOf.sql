select team from lockthat.resources where org = $1
union select team from lockthat.notices where org = $1
union select team from lockthat.untold where org = $1
union select team from lockthat.viewers where org = $1
union select team from lockthat.people where org = $1
union select team from lockthat.former_members where org = $1
union select team from lockthat.tail where org = $1
union select team from lockthat.positions where org = $1
