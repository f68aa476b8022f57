using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks;

/// <summary>
/// A wish about a resource, as data: typed words, buttons, forms and the clock build the same records. A command and
/// its rule stand in one file.
/// </summary>
/// <param name="Name">The resource; none for a command that is about the workspace alone.</param>
public abstract record ResourceCommand(ResourceName Name)
{
    /// <summary>The refusals that the rule can give.</summary>
    public abstract IReadOnlyList<Type> Refusals { get; }

    /// <summary>Whether the resource recognizes the same request when it is delivered again, and gives it the same
    /// answer.</summary>
    protected virtual bool IsRemembered => true;

    /// <summary>How much of the line the rule needs; the head unless it says otherwise.</summary>
    public virtual Needs Needs => Needs.Head;

    /// <summary>Whether an instance of the version before would not understand the result. The command then waits until
    /// no such instance runs any more.</summary>
    public virtual bool IsNew => false;

    /// <summary>The resources that are decided upon together: one, unless the command names others.</summary>
    /// <param name="team">The workspace.</param>
    public virtual Scope In(TeamId team) => new(team, Name);

    /// <summary>The same wish from a button that was drawn for a state. A command that can take nothing from anybody
    /// counts by its words alone.</summary>
    /// <param name="shown">The state that the person was shown.</param>
    public virtual ResourceCommand DrawnFor(Expected shown) => this;

    /// <summary>Decides, or finds that the same request was done before and returns its outcome. Pure: it changes
    /// nothing itself.</summary>
    /// <param name="found">The resources as they are stored, in the order of the scope.</param>
    /// <param name="facts">The facts beyond the resources.</param>
    public Decision Decide(Scene found, Facts facts)
    {
        for (var place = 0; IsRemembered && place < found.Count; place++)
        {
            if (found[place]?.Last is { } last && last.Request == facts.Request)
                return new(found, new Outcome.Accepted(last.Event) { Present = found[place]?.At(facts.Now) }, []);
        }

        if (IsNew && facts.IsBesideOlder)
            return new(found, new Outcome.Refused(new Refusal.BeingUpgraded(), found[0]), []);
        return DoneBefore(found, facts)
            ?? (
                Right is { } right && facts.Refuse(right) is { } why
                    ? new(found, new Outcome.Refused(why, found[0]?.At(facts.Now)), [])
                    : Rule(found, facts)
            );
    }

    /// <summary>The right that it takes whatever state is found; null when everybody may. A right that some states
    /// take is asked for by the rule.</summary>
    protected virtual Right? Right => null;

    /// <summary>The outcome of the same request where other requests came since, so that it is the last one no more;
    /// null where nothing knows of it.</summary>
    /// <param name="scene">The resources as they are stored.</param>
    /// <param name="facts">The facts beyond the resources.</param>
    protected virtual Decision? DoneBefore(Scene scene, Facts facts) => null;

    /// <summary>The rule itself.</summary>
    protected abstract Decision Rule(Scene scene, Facts facts);
}
