using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Tokens;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Installs.OAuth;

/// <summary>The answer of Slack's when a person installs the app.</summary>
/// <param name="AppId">Slack's id of the app.</param>
/// <param name="Installation">The installation, without its token.</param>
/// <param name="Token">The token.</param>
internal sealed record OAuthGrant(string AppId, Installation Installation, BotToken Token)
{
    private const int LongestSecret = 4000;
    private const int LongestName = 200;

    /// <summary>Null when the answer has no bot token: only a user's token, or none.</summary>
    public static OAuthGrant? Read(JsonElement? body, DateTimeOffset now)
    {
        var enterprise = body.Object("enterprise");
        var isOrgWide = body.IsTrue("is_enterprise_install");
        var owner = isOrgWide ? enterprise : body.Object("team");
        if (owner.Id("id") is not { } key || TokenIn(body, now) is not { } token)
            return null;
        var installation = new Installation(new(key))
        {
            Name = owner.Text("name") is { Length: > 0 and <= LongestName } name ? name : key,
            Enterprise = enterprise.Id("id") is { } organisation ? new EnterpriseId(organisation) : null,
            IsOrgWide = isOrgWide,
            Bot = UserIn(body, "bot_user_id"),
            InstalledBy = UserIn(body.Object("authed_user"), "id"),
            Scopes = body.Text("scope") ?? "",
        };
        return new(body.Id("app_id") ?? "", installation, token);
    }

    /// <summary>The bot's token in an answer; null when there is none.</summary>
    public static BotToken? TokenIn(JsonElement? body, DateTimeOffset now) =>
        (body.Text("token_type") ?? "bot") == "bot" && SecretIn(body, "access_token") is { } access
            ? new(
                access,
                SecretIn(body, "refresh_token"),
                body.Number("expires_in") is { } seconds and > 0
                    ? now.AddSeconds(Math.Min(seconds, int.MaxValue))
                    : null
            )
            : null;

    // A token travels in a header, so it must be valid there.
    private static string? SecretIn(JsonElement? body, string name) =>
        body.Text(name) is { Length: > 0 and <= LongestSecret } secret
        && secret.All(unit => unit is > ' ' and < '\u007F')
            ? secret
            : null;

    private static UserId? UserIn(JsonElement? of, string name) => of.Id(name) is { } user ? new UserId(user) : null;
}
