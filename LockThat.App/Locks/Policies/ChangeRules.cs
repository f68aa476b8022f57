using System.Collections.Immutable;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Policies;

/// <summary>Changes the rules of the team. A setting that the person left as it was shown stays as it is now, so that
/// two forms that overtake each other lose nothing.</summary>
/// <param name="Shown">The rules that the person was shown.</param>
/// <param name="Wanted">The rules that the person wants.</param>
public sealed record ChangeRules(TeamPolicy Shown, TeamPolicy Wanted) : ResourceCommand(ResourceName.None)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.TooMuch), .. Refusal.OfRights];

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.ChangeRules;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var (before, next) = (facts.Policy, facts.Policy.With(Shown, Wanted));
        if (next == before)
            return new(scene, new Outcome.Unchanged(null), []);
        if (FindTooMuch(next, facts.OperatorRules) is { } why)
            return new(scene, new Outcome.Refused(why, null), []);
        var changed = new RulesChanged(facts.OriginOfTeam, before, next);
        return new(scene, new Outcome.Accepted(changed), [changed]) { Policy = next };
    }

    private Refusal.TooMuch? FindTooMuch(TeamPolicy next, LockRules operators)
    {
        var changed = Wanted.DifferencesTo(Shown);
        return TooMuch(TeamSetting.LongestLock, next.LongestLock, operators.MaxDuration)
            ?? TooMuch(TeamSetting.DefaultLength, next.DefaultLength, next.Within(operators).MaxDuration)
            ?? TooMuch(TeamSetting.KeepHistory, next.KeepHistory, operators.KeepHistory);

        // A value of before may be too much because of another setting. Then the rules keep to the lesser one.
        Refusal.TooMuch? TooMuch(TeamSetting setting, TimeSpan? length, TimeSpan most) =>
            length > most && changed.Contains(setting) ? new(setting, most) : null;
    }
}

/// <summary>The rules of the team were changed.</summary>
/// <param name="Origin">When and by whom.</param>
/// <param name="Before">The rules as they were.</param>
/// <param name="After">The rules from then on.</param>
public sealed record RulesChanged(EventOrigin Origin, TeamPolicy Before, TeamPolicy After) : ResourceEvent(Origin)
{
    /// <summary>The settings that are others than before.</summary>
    public ImmutableArray<TeamSetting> Changed => After.DifferencesTo(Before);
}
