select policy from lockthat.workspaces where team = $1 and policy is not null
