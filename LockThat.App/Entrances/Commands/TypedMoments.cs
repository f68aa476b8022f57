using System.Diagnostics;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Locks.Time.Moments;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Commands;

/// <summary>A wish that ends at a moment, by the clocks of the person who typed it.</summary>
internal abstract record WishRead
{
    private WishRead() { }

    /// <param name="Command">The command of the core.</param>
    /// <param name="Asked">The same with the date and the time, which mean the same at any later moment.</param>
    public sealed record Ending(ResourceCommand Command, ParsedCommand Asked) : WishRead;

    /// <param name="Why">The mistake.</param>
    /// <param name="Nearest">The likely moments.</param>
    public sealed record Unclear(Prose Why, IReadOnlyList<Moment> Nearest) : WishRead;

    /// <summary>Nobody knows by which clocks the person lives.</summary>
    public sealed record InNoZone : WishRead;
}

/// <summary>Finds the instant of a typed moment. A moment is never calculated in a zone that is not known.</summary>
internal sealed class TypedMoments(TimeZones zones, TimeProvider time)
{
    /// <summary>The meaning of a wish that ends at a moment.</summary>
    public async Task<WishRead> Read(Asker asker, TypedWish wish, CancellationToken cancellationToken)
    {
        if (wish.Until is not { } moment)
            throw new ArgumentException("The wish ends at no moment", nameof(wish));
        if (await zones.Of(asker.Workspace, asker.Reader.User, cancellationToken) is not { } zone)
            return new WishRead.InNoZone();

        var rules = asker.Reader.Rules;
        var now = time.GetUtcNow();
        var words = asker.Reader.Words();
        IReadOnlyList<Moment> Likely(IEnumerable<Moment> moments) =>
            [
                .. moments.Where(one =>
                    one.EndAfter(now, zone, rules.WorkingHours) is MomentMeaning.At(var end)
                    && end <= now + rules.MaxDuration
                ),
            ];
        return moment.EndAfter(now, zone, rules.WorkingHours) switch
        {
            MomentMeaning.At(var end) => new WishRead.Ending(
                wish.EndingAt(end),
                (wish with { Until = Moment.Of(end, zone) }).Asked
            ),
            MomentMeaning.Passed(var later) => new WishRead.Unclear(words.MomentHasPassed(moment.Words), Likely(later)),
            MomentMeaning.NoSuchDay(var nearest) => new WishRead.Unclear(
                words.NoSuchDay(moment.Words),
                Likely(nearest)
            ),
            _ => throw new UnreachableException(),
        };
    }
}
