using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>
/// Something that somebody wants of a resource, as data: typed words, buttons, forms and the clock build the same
/// records.
/// A command and its rule stand in one file.
/// </summary>
/// <param name="Name">The resource.</param>
public abstract record ResourceCommand(ResourceName Name)
{
    /// <summary>The refusals that the rule can give.</summary>
    public abstract IReadOnlyList<Type> Refusals { get; }

    /// <summary>Whether the same request, delivered again, is known by the resource and answered as the first
    /// time.</summary>
    protected virtual bool IsRemembered => true;

    /// <summary>Decides, or finds the work of the same request done and gives the outcome that it had. Pure: it changes
    /// nothing itself.</summary>
    /// <param name="found">The resource as it is stored; null when there is none.</param>
    /// <param name="facts">What is to be known beyond the resource.</param>
    public Decision Decide(Resource? found, Facts facts) =>
        IsRemembered && found?.Last is { } last && last.Request == facts.Request
            ? new(found, new Outcome.Accepted(last.Event), [])
            : Rule(found, facts);

    /// <summary>The rule itself.</summary>
    protected abstract Decision Rule(Resource? found, Facts facts);
}
