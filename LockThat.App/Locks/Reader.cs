using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks;

/// <summary>The person for whom something is drawn.</summary>
/// <param name="User">Slack's id of the person.</param>
/// <param name="Language">The language in which the person reads.</param>
public readonly record struct Reader(UserId User, Language Language)
{
    /// <summary>The things that they may do; what a team allows to everybody unless set.</summary>
    public Rights Rights
    {
        get => field ?? Rights.Usual;
        init;
    }

    /// <summary>The rules that hold in their team; the standard unless set.</summary>
    public LockRules Rules
    {
        get => field ?? LockRules.Default;
        init;
    }

    /// <summary>A person who has chosen no language.</summary>
    public static Reader Of(UserId user) => new(user, Language.English);

    /// <summary>Whether the reader is the one that holds or asks.</summary>
    /// <param name="actor">The holder of a lease, or the one that asks.</param>
    public bool Is(Actor actor) => actor is Actor.Person(var person) && person == User;
}

/// <summary>A language in which the app speaks to people. Commands are the same in all of them.</summary>
public enum Language
{
    /// <summary>The first one.</summary>
    English,
}
