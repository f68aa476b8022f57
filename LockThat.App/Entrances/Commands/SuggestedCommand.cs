using LockThat.App.Locks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Commands;

/// <summary>The value of a suggestion's button: the words of a command, and the state of the resource that the button
/// was drawn for, so that a late press takes nothing from another person.</summary>
/// <param name="Words">The words behind <c>/lockthat</c>.</param>
/// <param name="Expected">The state that the person was shown.</param>
internal readonly record struct SuggestedCommand(string Words, Expected Expected)
{
    // The line break cannot occur in the words of a command.
    private const char Between = '\n';
    private const string Free = "free";
    private const string New = "new";

    // No id has a colon.
    private const string OfTurn = "turn:";

    /// <summary>The words for a resource as it stands.</summary>
    /// <param name="found">The resource; null when there is none: then only the words count.</param>
    public static SuggestedCommand For(string words, Resource? found) =>
        new(
            words,
            found switch
            {
                null => Expected.Anything,
                { Holding: Holding.Held({ } lease, _) } => new Expected.Lease(lease.Id),
                { Holding: Holding.Offered({ } turn) } => new Expected.Turn(turn.Wait),
                _ => new Expected.Free(),
            }
        );

    /// <summary>Reads the value of a button; in an older button only the words count.</summary>
    public static SuggestedCommand Read(string value) =>
        value.Split(Between) switch
        {
            [var words, Free] => new(words, new Expected.Free()),
            [var words, New] => new(words, new Expected.New()),
            [var words, var turn] when turn.StartsWith(OfTurn, StringComparison.Ordinal) => new(
                words,
                new Expected.Turn(new(turn[OfTurn.Length..]))
            ),
            [var words, { Length: > 0 } lease] => new(words, new Expected.Lease(new(lease))),
            _ => new(value, Expected.Anything),
        };

    /// <summary>The value of the button.</summary>
    public override string ToString()
    {
        var shown = Expected switch
        {
            Expected.Lease(var lease, _) => $"{Words}{Between}{lease}",
            Expected.Turn(var wait) => $"{Words}{Between}{OfTurn}{wait}",
            Expected.Free => $"{Words}{Between}{Free}",
            Expected.New => $"{Words}{Between}{New}",
            Expected.Any or Expected.Existing => Words,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return shown.Length <= Limits.ButtonValue ? shown : Words;
    }
}
