using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Storage.Rows;

/// <summary>The members of an installation beyond its key. Its token comes here sealed.</summary>
internal static class InstallJson
{
    public static byte[] Write(Installation installation) => StateJson.Of(json => WriteMembers(json, installation));

    public static void WriteMembers(Utf8JsonWriter json, Installation installation)
    {
        json.WriteString("name", installation.Name);
        json.WriteBoolean("isOrgWide", installation.IsOrgWide);
        json.WriteString("scopes", installation.Scopes);
        json.Write("installedAt", installation.InstalledAt);
        json.WriteBoolean("isPurging", installation.IsPurging);
        json.Write("enterprise", installation.Enterprise?.Value);
        json.Write("bot", installation.Bot?.Value);
        json.Write("installedBy", installation.InstalledBy?.Value);
        json.Write("leftAt", installation.LeftAt);
        json.Write("lastLeftAt", installation.LastLeftAt);
        if (installation.Token is { } token)
            Write(json, token);
    }

    public static Installation Read(string key, JsonElement body) =>
        new(new InstallKey(key))
        {
            Name = body.Text("name"),
            IsOrgWide = body.GetProperty("isOrgWide").GetBoolean(),
            Scopes = body.Text("scopes"),
            InstalledAt = body.Instant("installedAt"),
            IsPurging = body.GetProperty("isPurging").GetBoolean(),
            Enterprise = body.TextOrNull("enterprise") is { } enterprise ? new EnterpriseId(enterprise) : null,
            Bot = body.TextOrNull("bot") is { } bot ? new UserId(bot) : null,
            InstalledBy = body.TextOrNull("installedBy") is { } user ? new UserId(user) : null,
            LeftAt = body.InstantOrNull("leftAt"),
            LastLeftAt = body.InstantOrNull("lastLeftAt"),
            Token = body.Part("token") is { } token ? ToToken(token) : null,
        };

    private static void Write(Utf8JsonWriter json, SealedToken token)
    {
        json.WriteStartObject("token");
        json.WriteString("access", token.Access);
        json.Write("refresh", token.Refresh);
        json.Write("expiresAt", token.ExpiresAt);
        json.Write("claimedUntil", token.ClaimedUntil);
        json.WriteEndObject();
    }

    private static SealedToken ToToken(JsonElement token) =>
        new(token.Text("access"))
        {
            Refresh = token.TextOrNull("refresh"),
            ExpiresAt = token.InstantOrNull("expiresAt"),
            ClaimedUntil = token.InstantOrNull("claimedUntil"),
        };
}
