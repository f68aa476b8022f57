using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Installs;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>An installation with the number of its row.</summary>
internal sealed record InstallRow(long Id, Installation Installation);

/// <summary>Installations as documents. Their tokens come here sealed.</summary>
internal static class InstallDocument
{
    private const int Version = 1;

    public static BsonDocument ToBson(InstallRow row) =>
        new BsonDocument
        {
            ["_id"] = row.Id,
            ["v"] = Version,
            ["key"] = row.Installation.Key.Value,
            ["name"] = row.Installation.Name,
            ["isOrgWide"] = row.Installation.IsOrgWide,
            ["scopes"] = row.Installation.Scopes,
            ["installedAt"] = row.Installation.InstalledAt.ToBson(),
            ["isPurging"] = row.Installation.IsPurging,
        }
            .With("enterprise", row.Installation.Enterprise?.Value)
            .With("bot", row.Installation.Bot?.Value)
            .With("installedBy", row.Installation.InstalledBy?.Value)
            .With("token", row.Installation.Token?.ToBson())
            .With("leftAt", row.Installation.LeftAt?.ToBson())
            .With("lastLeftAt", row.Installation.LastLeftAt?.ToBson());

    public static InstallRow FromBson(BsonDocument row) =>
        new(
            row["_id"].AsInt64,
            new(new InstallKey(row["key"].AsString))
            {
                Name = row["name"].AsString,
                IsOrgWide = row["isOrgWide"].AsBoolean,
                Scopes = row["scopes"].AsString,
                InstalledAt = row["installedAt"].ToInstant(),
                IsPurging = row["isPurging"].AsBoolean,
                Enterprise = row.TextOf("enterprise") is { } enterprise ? new EnterpriseId(enterprise) : null,
                Bot = row.TextOf("bot") is { } bot ? new UserId(bot) : null,
                InstalledBy = row.TextOf("installedBy") is { } user ? new UserId(user) : null,
                Token = row.Part("token")?.ToToken(),
                LeftAt = row.InstantOf("leftAt"),
                LastLeftAt = row.InstantOf("lastLeftAt"),
            }
        );

    private static BsonDocument ToBson(this SealedToken token) =>
        new BsonDocument { ["access"] = token.Access }
            .With("refresh", token.Refresh)
            .With("expiresAt", token.ExpiresAt?.ToBson())
            .With("claimedUntil", token.ClaimedUntil?.ToBson());

    private static SealedToken ToToken(this BsonDocument token) =>
        new(token["access"].AsString)
        {
            Refresh = token.TextOf("refresh"),
            ExpiresAt = token.InstantOf("expiresAt"),
            ClaimedUntil = token.InstantOf("claimedUntil"),
        };
}
