using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.Blocks;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>The resource that an answer is about, as the one that asked sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Present">The resource right after the request; null when there is none.</param>
/// <param name="At">The moment of the request; null where nothing happened.</param>
/// <param name="Reader">The one that asked.</param>
/// <param name="Rules">The settings of an operator.</param>
internal sealed record Answered(
    ResourceName Name,
    Resource? Present,
    DateTimeOffset? At,
    Reader Reader,
    LockRules Rules
)
{
    /// <summary>The words of the reader.</summary>
    public IWording Words => Reader.Words();

    /// <summary>Its state.</summary>
    public ResourceLine Line =>
        Present is null ? ResourceLines.Of(Name, Reader) : ResourceLines.Of(Present, Reader, Rules, At);

    /// <summary>Those in line before the one that asked, in order.</summary>
    public IReadOnlyList<WaitLine> Ahead =>
        Present?.Line is { IsWhole: true } line && line.Of(Reader.User) is { } own
            ?
            [
                .. line
                    .All.TakeWhile(wait => wait.Id != own.Id)
                    .Select(wait => new WaitLine(ResourceLines.Of(wait.Who), ResourceLines.LengthOf(wait, Rules))),
            ]
            : [];

    /// <summary>A lock of it.</summary>
    public ResourceLine Held(Lease lease) =>
        ResourceLines.Of(Name, lease, Reader) with
        {
            Waiting = Present?.Line.Count ?? 0,
        };
}
