using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>
/// A wish about a resource, as data: typed words, buttons, forms and the clock build the same records. A command and
/// its rule stand in one file.
/// </summary>
/// <param name="Name">The resource.</param>
public abstract record ResourceCommand(ResourceName Name)
{
    /// <summary>The refusals that the rule can give.</summary>
    public abstract IReadOnlyList<Type> Refusals { get; }

    /// <summary>Whether the resource recognizes the same request when it is delivered again, and gives it the same
    /// answer.</summary>
    protected virtual bool IsRemembered => true;

    /// <summary>Decides, or finds that the same request was done before and returns its outcome. Pure: it changes
    /// nothing itself.</summary>
    /// <param name="found">The resource as it is stored; null when there is none.</param>
    /// <param name="facts">The facts beyond the resource.</param>
    public Decision Decide(Resource? found, Facts facts) =>
        IsRemembered && found?.Last is { } last && last.Request == facts.Request
            ? new(found, new Outcome.Accepted(last.Event), [])
            : Rule(found, facts);

    /// <summary>The rule itself.</summary>
    protected abstract Decision Rule(Resource? found, Facts facts);
}
