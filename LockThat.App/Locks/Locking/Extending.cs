namespace LockThat.App.Locks.Locking;

/// <summary>The rule that <see cref="Extend"/> and <see cref="ExtendUntil"/> share; they differ in the new
/// end.</summary>
internal sealed record Extending(Expected Expected)
{
    public static IReadOnlyList<Type> Refusals { get; } =
    [
        typeof(Refusal.HeldBy),
        typeof(Refusal.NotYourTurn),
        typeof(Refusal.NotHeld),
        typeof(Refusal.NoSuchResource),
        typeof(Refusal.TooLong),
        typeof(Refusal.Changed),
        .. Refusal.OfRights,
    ];

    /// <param name="newEnd">The end that is asked for, by the present lease.</param>
    public Decision Decide(Resource? found, Facts facts, Func<Lease, DateTimeOffset> newEnd)
    {
        if (found is null)
            return new(
                null,
                new Outcome.Refused(
                    Expected is Expected.Any ? new Refusal.NoSuchResource() : new Refusal.Changed(),
                    null
                ),
                []
            );

        var settled = found.Settle(facts);
        if (!Expected.Fits(settled.Present))
            return settled.Refuse(new Refusal.Changed());
        if (settled.Present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        if (settled.Present.Lease is not { } lease)
            return settled.Refuse(new Refusal.NotHeld());
        if (lease.Holder != facts.Actor)
            return settled.RefuseHeldBy(lease, facts.Actor);
        var until = newEnd(lease);
        if (until > facts.Now + facts.Rules.MaxDuration)
            return settled.Refuse(new Refusal.TooLong(facts.Rules.MaxDuration));
        if (until <= lease.Until)
            return settled.Refuse(new Refusal.EndsLater(until));

        var extended = lease with { Until = until, RemindAt = facts.Rules.RemindAt(lease.Since, until, facts.Now) };
        var extension = new Extended(facts.Origin(settled.Present), extended, lease);
        return settled.Accept(settled.Present.With(extended), extension, facts).TellFirst(facts);
    }
}
