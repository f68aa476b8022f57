select 1 from lockthat.workspaces where team = $1 for update
