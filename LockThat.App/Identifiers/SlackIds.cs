namespace LockThat.App.Identifiers;

/// <summary>A workspace in Slack's words (<c>T…</c>). Everything stored belongs to exactly one.</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct TeamId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>An Enterprise Grid organisation (<c>E…</c>).</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct EnterpriseId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>A person of a workspace (<c>U…</c> or <c>W…</c>).</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct UserId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>The place that a request comes from: the data belong to the team, the token to the organisation when the
/// app was installed org-wide.</summary>
/// <param name="Team">The workspace that the data belong to.</param>
/// <param name="OrgInstall">The organisation whose token is used; null when the workspace has a token of its
/// own.</param>
public readonly record struct Workspace(TeamId Team, EnterpriseId? OrgInstall = null);

/// <summary>A user group of a workspace (<c>S…</c>).</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct UserGroupId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}
