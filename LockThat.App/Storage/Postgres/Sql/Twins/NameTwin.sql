update lockthat.resources
set identity = case when $3 <> name_key or $4::text is not null then $3 end, shown = $4,
    version = nextval('lockthat.versions'), changed_at = lockthat.now()
where team = $1 and name_key = $2
