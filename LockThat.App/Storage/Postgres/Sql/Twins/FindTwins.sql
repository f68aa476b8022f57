select exists (select from lockthat.resources where identity = ''), exists (select from lockthat.untold)
