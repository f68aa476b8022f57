using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks;

namespace LockThat.App.Surfaces;

/// <summary>The values of resources that a reader sees, before they are put into words.</summary>
internal static class ResourceLines
{
    /// <summary>A resource in its state, with the reader's place in line.</summary>
    /// <param name="now">The moment of the look; null where it is not known, and no turn is expected at any
    /// moment.</param>
    public static ResourceLine Of(Resource resource, Reader reader, LockRules rules, DateTimeOffset? now)
    {
        var isWatched = resource.Holding is not Holding.Free && resource.Watchers.Contains(reader.User);
        var line = resource.Lease is { } lease
            ? Of(resource.Name, lease, reader, isWatched)
            : new(resource.Name.Display, IsWatched: isWatched);
        line = line.For(reader);
        // Most resources have no line.
        return resource.Line.Count == 0
            ? line
            : line with
            {
                Waiting = resource.Line.Count,
                Turn = resource.Holding is Holding.Offered(var turn) ? Of(turn) : null,
                IsOwnTurn = resource.IsTurnOf(reader.User),
                Place = resource.Line.Of(reader.User) is { } wait ? Of(wait, resource, rules, now) : null,
            };
    }

    /// <summary>A resource that is free.</summary>
    public static ResourceLine Of(ResourceName name) => new(name.Display);

    /// <summary>A resource that is held.</summary>
    public static ResourceLine Of(ResourceName name, Lease lease, Reader reader, bool isWatched = false) =>
        new ResourceLine(name.Display, Of(lease), reader.Is(lease.Holder), isWatched).For(reader);

    /// <summary>A resource that is free, or of which nothing is known but its name.</summary>
    public static ResourceLine Of(ResourceName name, Reader reader) => Of(name).For(reader);

    /// <summary>A lock.</summary>
    public static LeaseLine Of(Lease lease) =>
        new(lease.Id.Value, Of(lease.Holder), lease.Since, lease.Until, lease.Reason?.Value);

    /// <summary>The one that holds or did something.</summary>
    public static ActorLine Of(Actor actor) =>
        actor switch
        {
            Actor.Person(var user) => new(user.Value),
            Actor.Run(_, var name, var user) => new(user.Value, name),
            Actor.Clock => throw new UnreachableException("The clock holds nothing and is never named."),
            _ => throw new UnreachableException(),
        };

    /// <summary>All resources of a workspace, sorted by name.</summary>
    public static IReadOnlyList<ResourceLine> All(ResourceSnapshot board, Reader reader, LockRules rules) =>
        [.. board.Resources.Select(resource => Of(resource, reader, rules, board.Now))];

    /// <summary>The resources that the reader looks for.</summary>
    public static IReadOnlyList<ResourceLine> Found(
        ResourceSnapshot board,
        Reader reader,
        LockRules rules,
        NameSearch search
    ) =>
        [
            .. board
                .Resources.Where(resource => search.Finds(resource.Name))
                .Select(resource => Of(resource, reader, rules, board.Now)),
        ];

    /// <summary>The resources that the reader holds.</summary>
    public static IReadOnlyList<ResourceLine> Own(ResourceSnapshot board, Reader reader, LockRules rules) =>
        [.. board.Resources.HeldBy(reader.User).Select(resource => Of(resource, reader, rules, board.Now))];

    /// <summary>Those in line, in order, each with the moment of their turn.</summary>
    public static IReadOnlyList<WaitingLine> InLine(Resource resource, LockRules rules, DateTimeOffset now) =>
        [
            .. resource.Line.All.Select(wait => new WaitingLine(
                Of(wait.Who),
                LengthOf(wait, rules),
                wait.Reason?.Value,
                resource.IsTurnOf(wait.Who) ? null : resource.Line.ExpectedAt(wait, resource.Holding, rules, now)
            )),
        ];

    /// <summary>The resources that the reader waits for.</summary>
    public static IReadOnlyList<ResourceLine> Awaited(ResourceSnapshot board, Reader reader, LockRules rules) =>
        board.Resources.HasLine
            ?
            [
                .. board
                    .Resources.Where(resource => resource.Line.Of(reader.User) is not null)
                    .Select(resource => Of(resource, reader, rules, board.Now)),
            ]
            : [];

    /// <summary>A place in a line that is not known.</summary>
    public static PlaceLine Of(Wait wait, LockRules rules) =>
        new(Number: null, Expected: null, LengthOf(wait, rules), wait.Reason?.Value) { Wait = wait.Id.Value };

    /// <summary>An ask, with the length that handing over would bring.</summary>
    public static AskLine Of(Plea plea, LockRules rules)
    {
        var length = plea.Length ?? rules.DefaultDuration;
        return new(
            plea.Id.Value,
            Of(plea.Who),
            Rounded(length < rules.MaxDuration ? length : rules.MaxDuration),
            plea.Message?.Value
        )
        {
            Said = plea.At,
        };
    }

    /// <summary>For how long somebody in line wants a resource.</summary>
    public static TimeSpan LengthOf(Wait wait, LockRules rules) => Rounded(wait.LengthBy(rules));

    /// <summary>A typed length is shown to the second. A length up to a picked moment, or one that was left of a lock,
    /// has odd seconds that nobody meant.</summary>
    public static TimeSpan Rounded(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
            : length;

    // Nearly every team allows everything to everybody.
    private static ResourceLine For(this ResourceLine line, Reader reader) =>
        reader.Rights is var rights && rights == Rights.Usual
            ? line
            : line with
            {
                MayUse = rights.Has(Right.Use),
                MayOverride = rights.Has(Right.Use) && rights.Has(Right.Override),
                MayDelete = rights.Has(Right.Delete),
            };

    private static TurnLine Of(Turn turn) => new(turn.Wait.Value, Of(turn.Who), turn.Until);

    private static PlaceLine Of(Wait wait, Resource resource, LockRules rules, DateTimeOffset? now)
    {
        var line = resource.Line;
        return new(
            line.IsWhole ? line.PlaceOf(wait) : null,
            line.IsWhole && now is { } moment ? line.ExpectedAt(wait, resource.Holding, rules, moment) : null,
            LengthOf(wait, rules),
            wait.Reason?.Value
        )
        {
            Wait = wait.Id.Value,
        };
    }
}
