using System.Diagnostics;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Asking;

/// <summary>Asks the holder for the resource. A resource that nobody holds is locked at once; asking again changes the
/// words.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Length">How long it is wanted.</param>
/// <param name="Message">The words for the holder, and the reason of the lock that they hand over.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Ask(ResourceName Name, LockLength Length, Reason? Message, Expected Expected)
    : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [
            typeof(Refusal.NoSuchResource),
            typeof(Refusal.AlreadyHolds),
            typeof(Refusal.NotYourTurn),
            typeof(Refusal.Changed),
            typeof(Refusal.TooLong),
            typeof(Refusal.EndHasPassed),
            .. Refusal.OfRights,
        ];

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Decision? DoneBefore(Scene scene, Facts facts) => Taking.DoneBefore(scene, facts);

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.NoSuchResource(), null), []);

        var settled = found.Settle(facts, facts.Actor);
        return settled.Present.Holding switch
        {
            Holding.Held(var lease) when lease.Holder == facts.Actor => settled.Refuse(new Refusal.AlreadyHolds(lease)),
            Holding.Held held => AskHolder(settled, held, facts),
            Holding.Free => Take(found, Taking.OfFree(Name, Length, Message, Expected), facts),
            Holding.Offered => Take(found, new(Name, Length, Message, Expected), facts),
            _ => throw new UnreachableException(),
        };
    }

    private static Decision Take(Resource found, Taking wish, Facts facts) =>
        wish.Decide(found, facts, static (settled, other, _, facts) => settled.RefuseHeldBy(other, facts.Actor));

    private Decision AskHolder(Settled settled, Holding.Held held, Facts facts)
    {
        if (!Expected.Fits(settled.Present))
            return settled.Refuse(new Refusal.Changed());
        if (facts.Rules.EndOf(Length, facts.Now) is not { } until)
            return settled.Refuse(new Refusal.TooLong(facts.Rules.MaxDuration));
        if (until <= facts.Now)
            return settled.Refuse(new Refusal.EndHasPassed());

        held = held.At(facts.Now);
        var before = held.PleaOf(facts.Actor);
        var isRepeated = before is not null && before.RestsUntil > facts.Now;
        TimeSpan? length = Length is LockLength.Unsaid ? null : until - facts.Now;
        // The same words once more leave the buttons of the holder's message as good as they were.
        var isSame = before is not null && (before.Length, before.Message) == (length, Message);
        var plea = new Plea(before?.Id ?? new(facts.Request?.Value ?? ""), facts.Actor, isSame ? before!.At : facts.Now)
        {
            AskedAt = isRepeated ? before!.AskedAt : facts.Now,
            Length = length,
            Message = Message,
            IsAnswered = before is { IsAnswered: true },
        };
        return settled.Accept(
            settled.Present with
            {
                Holding = held.With(plea),
            },
            new Asked(facts.Origin(settled.Present), held.Lease, plea, IsTold: !isRepeated),
            facts
        );
    }
}

/// <summary>Somebody asks the holder for the resource. It belongs to one lock, and ends with it.</summary>
/// <param name="Id">Derived from the request; stays when the words change.</param>
/// <param name="Who">The one that asks.</param>
/// <param name="At">When these words were said; saying the same again changes nothing. Buttons carry it, so that nobody
/// agrees to other words than they read.</param>
public sealed record Plea(PleaId Id, Actor Who, DateTimeOffset At)
{
    /// <summary>Asking again within this time sends nothing: five minutes.</summary>
    public static TimeSpan Rests { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The most that are kept of one lock; the oldest makes room.</summary>
    public const int Max = 50;

    /// <summary>When the holder was last sent a message about it.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>How long it is wanted; null for the default duration.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>The words; null when there were none.</summary>
    public Reason? Message { get; init; }

    /// <summary>Whether the holder has answered that they keep their lock. Such an ask is over, and is kept for as long
    /// as asking again sends nothing.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>From when on asking again sends a message.</summary>
    public DateTimeOffset RestsUntil => AskedAt + Rests;
}

/// <summary>One ask. Buttons carry it, so that a stale one is recognised.</summary>
/// <param name="Value">16 letters, digits, <c>-</c> and <c>_</c>.</param>
public readonly record struct PleaId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}

/// <summary>Somebody asked the holder for the resource.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lock that is asked for.</param>
/// <param name="Plea">The words.</param>
/// <param name="IsTold">Whether the holder is told; false when the words of an ask changed that is a moment
/// old.</param>
public sealed record Asked(EventOrigin Origin, Lease Lease, Plea Plea, bool IsTold) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;
}
