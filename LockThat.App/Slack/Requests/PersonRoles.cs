using System.Text.Json;

namespace LockThat.App.Slack.Requests;

/// <summary>The standing of a person among the people of their workspace, as Slack tells it.</summary>
/// <param name="IsAdministrator">Whether they are an owner or admin.</param>
/// <param name="IsGuest">Whether they are a guest, of any kind.</param>
public sealed record PersonRoles(bool IsAdministrator, bool IsGuest)
{
    /// <summary>Reads Slack's object of a user; null when Slack says nothing of this.</summary>
    public static PersonRoles? Read(JsonElement? user) =>
        Says(user, "is_admin") || Says(user, "is_restricted")
            ? new(
                user.IsTrue("is_admin") || user.IsTrue("is_owner") || user.IsTrue("is_primary_owner"),
                user.IsTrue("is_restricted") || user.IsTrue("is_ultra_restricted")
            )
            : null;

    private static bool Says(JsonElement? user, string name) =>
        user is { ValueKind: JsonValueKind.Object } told && told.TryGetProperty(name, out _);
}
