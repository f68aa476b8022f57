-- The row is held. Homes show what people may do, so they are behind.
update lockthat.workspaces
set policy = $2, deleted_versions = deleted_versions + nextval('lockthat.versions'), changed_at = lockthat.now()
where team = $1
