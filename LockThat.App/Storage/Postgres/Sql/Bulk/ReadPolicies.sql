select team, policy from lockthat.workspaces where policy is not null order by team
