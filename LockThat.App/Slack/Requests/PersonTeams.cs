using System.Text.Json;
using LockThat.App.Identifiers;

namespace LockThat.App.Slack.Requests;

/// <summary>The workspaces of a person, as Slack tells them.</summary>
/// <param name="Home">The person's home: a workspace, or an organisation.</param>
/// <param name="Teams">All workspaces of an organisation that they belong to; empty for a person of one
/// workspace.</param>
public sealed record PersonTeams(string Home, IReadOnlyList<string> Teams)
{
    /// <summary>Reads Slack's object of a user; null when it does not name their home.</summary>
    public static PersonTeams? Read(JsonElement? user)
    {
        string[] teams = [.. user.Object("enterprise_user").Texts("teams")];
        return (user.Id("team_id") ?? teams.FirstOrDefault()) is { } home ? new(home, teams) : null;
    }

    /// <summary>Whether they belong to the workspace; null when only their organisation is known.</summary>
    public bool? AreIn(Workspace workspace) =>
        Home == workspace.Team.Value || Teams.Contains(workspace.Team.Value, StringComparer.Ordinal) ? true
        : Teams is [] && Home == workspace.OrgInstall?.Value ? null
        : false;
}
