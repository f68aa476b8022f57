-- $1 is a workspace, or an organisation, which stands for all of its workspaces.
delete from lockthat.former_members where user_id = $2 and (team = $1 or org = $1)
