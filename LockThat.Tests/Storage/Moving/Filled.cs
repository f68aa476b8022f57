using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;
using LockThat.App.Locks;
using LockThat.App.Locks.Time.Moments;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Moving;

/// <summary>Everything that can be in a store, put there through its seams.</summary>
internal static class Filled
{
    public static readonly TimeSpan Postponed = TimeSpan.FromMinutes(10);
    public static readonly TokenCipher Cipher = new([new byte[32]]);

    private static readonly Workspace Grid = new(new("T0GRID001"), new("E0GRID"));
    private static readonly string[] Names =
    [
        "Straße",
        "A\u0308pfel",
        "東京-サーバー",
        "חדר",
        "🚀",
        "$oid.{a}|b",
        "test-site",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every setting of a team, each of them said.</summary>
    public static TeamPolicy All { get; } =
        new()
        {
            DefaultLength = TimeSpan.FromHours(2),
            LongestLock = TimeSpan.FromDays(2),
            RemindBefore = TimeSpan.FromMinutes(5),
            TurnLength = TimeSpan.FromMinutes(20),
            NewResources = MayCreate.NotByLocking,
            MayOverride = WhoMay.Nobody,
            MayEdit = WhoMay.Administrators,
            MayDelete = WhoMay.Administrators,
            Administrators = [Some.Ada, Some.Bob],
            AdministratorGroups = [new("S0ADMINS")],
            GuestsOnlyLook = true,
            WorkingDays = WorkingDays.Monday | WorkingDays.Friday,
            WorkStarts = new(8, 30),
            WorkEnds = new(17, 0),
            TimeZone = "Europe/Berlin",
            RemoveUnusedAfter = TimeSpan.FromDays(90),
            KeepHistory = TimeSpan.FromDays(30),
            AsksHolders = true,
        };

    public static async Task Fill<TStore>(TStore store, DateTimeOffset now)
        where TStore : IResourceStore,
            IOutboxStore,
            IHomeStore,
            IPersonStore,
            IInstallStore,
            IHistoryStore,
            IFormerMemberStore
    {
        foreach (var name in Names)
            await Put(store, Some.Resource(Grid, ResourceName.Of(name)));
        await Put(store, Awaited(now));
        await Put(store, Held(now));
        await Put(
            store,
            Some.Resource(Some.Globex, Some.TestSite) with
            {
                Last = new(new("r"), new Created(Some.Origin(Some.Bob, now, Some.Globex))),
            }
        );
        await Rule(store, Some.Globex.Team, new() { MayOverride = WhoMay.Nobody });
        await Rule(store, Grid.Team, All);
        await Tell(store, store, now);
        await Happen(store, new Created(Some.Origin(Some.Bob, now, Grid)));
        await Happen(store, new Created(Some.Origin(Some.Bob, now.AddDays(-400), Some.Globex)));
        await store.File(9, Cancel);
        await store.Prune(now.AddDays(-1), 9, Cancel);
        await Happen(store, new Locked(Some.Origin(Some.Ada, now), Held(now).Lease!, IsCreated: true));
        await Happen(store, new Created(Some.Origin(Some.Cleo, now.AddSeconds(1), Grid)));
        await store.SaveViewer(new(Grid, Some.Ada, now, Page: 2, Filter: "tést ☃"), Cancel);
        await store.SaveViewer(new(Some.Acme, Some.Bob, now.AddDays(-3), Page: 0, Filter: ""), Cancel);
        await store.SavePerson(new(Grid, Some.Ada, "Europe/Berlin", now), Cancel);
        await store.SavePerson(new(Some.Globex, Some.Bob, "America/Argentina/Buenos_Aires", now.AddDays(-9)), Cancel);
        await store.AddFormerMember(Grid, Some.Ada, Cancel);
        await store.AddFormerMember(Some.Acme, Some.Bob, Cancel);
        foreach (var installation in Installations(now))
            await store.Change(installation.Key, (_, _) => installation, Cancel);
        await store.Redeem("valid for an hour", now.AddHours(1), Cancel);
        await store.Redeem("valid for two", now.AddHours(2), Cancel);
    }

    public static Task Put(IResourceStore store, Resource resource) =>
        store.Change(resource.Key, (_, _) => Some.Becomes(resource), Cancel);

    private static Task Rule(IResourceStore store, TeamId team, TeamPolicy policy) =>
        store.Change(
            new Scope(team, ResourceName.None),
            (found, _) => new Decision(found, new Outcome.Unchanged(null), []) { Policy = policy },
            Cancel
        );

    private static Task Happen(IResourceStore store, ResourceEvent happened) =>
        store.Change(
            new ResourceKey(happened.Origin.Workspace.Team, happened.Origin.Name),
            (found, _) => new Decision(found, new Outcome.Accepted(happened), [happened]),
            Cancel
        );

    private static Resource Held(DateTimeOffset now)
    {
        var former = new Lease(new("theirs"), Some.Bob, now, now.AddHours(9), Reason.Of("日本"));
        return Some.Resource(Some.Acme, Some.TestSite) with
        {
            Holding = new Lease(new("mine"), Some.Ada, now, now.AddHours(2), Reason.Of("release & <b>"))
            {
                RemindAt = now.AddMinutes(105),
                Former = former,
            },
            Watchers = [Some.Cleo, Some.Bob],
            Last = new(
                new("request"),
                new Unlocked(Some.Origin(Some.Cleo, now), former with { Holder = Some.Cleo }, [])
            ),
        };
    }

    /// <summary>Two wait for it, another asks for it, it was taken from somebody, and an unlock may be taken
    /// back.</summary>
    private static Resource Awaited(DateTimeOffset now)
    {
        var lease = new Lease(new("awaited"), Some.Ada, now, now.AddDays(9), null) { IsLineTold = true };
        var was = lease with { Id = new("was"), FormerTurn = new("theirs") };
        return Some.Resource(Grid, ResourceName.Of(Names[0])) with
        {
            Holding = new Holding.Held(
                lease,
                [new(new("plea"), Some.Cleo, now) { AskedAt = now, Message = Reason.Of("日本 <b>") }]
            ),
            Line = Line.Of([
                new(new("second"), Some.Cleo, new(now, 1)) { Length = TimeSpan.FromHours(2), ToldUntil = lease.Until },
                new(new("first"), Some.Bob, new(now, -1)) { Reason = Reason.Of("demo ☃") },
            ]),
            Freed = new(was, Some.Ada, now, [Some.Bob]),
            Losses = [new(new("lost"), Some.Bob, now, now.AddHours(1), Reason.Of("mine"))],
        };
    }

    /// <summary>Three to each person, of which the first were claimed, and one of those was put off.</summary>
    private static async Task Tell(IResourceStore store, IOutboxStore outbox, DateTimeOffset now)
    {
        var lease = new Lease(new("lease"), Some.Ada, now, now.AddHours(2), null);
        NoticeContent[] news =
        [
            new NoticeContent.EndsSoon(lease),
            new NoticeContent.Ended(lease),
            new NoticeContent.Free(lease),
            new NoticeContent.TakenOver(lease, lease with { Former = lease }),
            new NoticeContent.FreedByOther(lease, Some.Bob),
            new NoticeContent.GivenBack(lease, Some.Bob, EndHasPassed: true),
            new NoticeContent.Deleted(Some.Bob),
            new NoticeContent.Twin(lease, Some.TestSite),
        ];
        var notices = news.Index()
            .Select(one => new Notice(Grid, new UserId($"U{one.Index % 3}"), Some.TestSite, now, one.Item))
            .ToArray();
        await store.Change(Some.TestSiteKey, (found, _) => Some.Becomes(found.Only, notices), Cancel);
        var claimed = await outbox.ClaimNotices(2, Cancel);
        await outbox.DeliverLater(claimed[0], Postponed, isAttempt: true, Cancel);
    }

    private static IEnumerable<Installation> Installations(DateTimeOffset now)
    {
        var grid = new InstallKey("E0GRID");
        yield return new(grid)
        {
            Name = "Grid <&> 日本",
            Enterprise = new("E0GRID"),
            IsOrgWide = true,
            Bot = new("U0BOT"),
            InstalledBy = Some.Ada,
            Scopes = "commands,chat:write",
            Token = new BotToken("xoxb-grid", "xoxe-1", now.AddHours(12)).Seal(Cipher, grid) with
            {
                ClaimedUntil = now.AddSeconds(30),
            },
            InstalledAt = now,
        };
        var acme = InstallKey.Of(Some.Acme);
        yield return new(acme)
        {
            Token = new BotToken("xoxb-acme").Seal(Cipher, acme),
            InstalledAt = now,
            LastLeftAt = now.AddDays(-9),
        };
        yield return new(InstallKey.Of(Some.Globex))
        {
            Name = "Globex",
            LeftAt = now.AddDays(-31),
            LastLeftAt = now.AddDays(-31),
            IsPurging = true,
        };
        yield return new(InstallKey.OfAccess(new("E0GRID"), new("T0OTHER01"))) { LeftAt = now, LastLeftAt = now };
    }
}
