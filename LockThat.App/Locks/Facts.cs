using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks;

/// <summary>The facts that a rule needs beyond the resource.</summary>
/// <param name="Now">The moment of the decision, cut to milliseconds; read where changes are serialised.</param>
/// <param name="ResourcesInWorkspace">How many resources the workspace has, the one decided upon included when it
/// exists; read where changes are serialised.</param>
public readonly record struct Facts(DateTimeOffset Now, int ResourcesInWorkspace)
{
    /// <summary>Where the request comes from.</summary>
    public Workspace Workspace { get; init; }

    /// <summary>The one that asks; the clock unless set.</summary>
    public Actor Actor { get; init; } = Actor.Clock.Instance;

    /// <summary>The way by which the command came; the clock's unless set.</summary>
    public Entrance Through { get; init; } = Entrance.Clock.Instance;

    /// <summary>The request; null for the clock, which may ask again at any time.</summary>
    public RequestId? Request { get; init; }

    /// <summary>The rules that the team has made for itself; read where changes are serialised.</summary>
    public TeamPolicy Policy
    {
        get => field ?? TeamPolicy.None;
        init;
    }

    /// <summary>The word of Slack about the one that asks; null when it was not asked.</summary>
    public Membership? Membership { get; init; }

    /// <summary>Why the one that asks may not do a thing; null when they may.</summary>
    internal Refusal? Refuse(Right right) => Policy.Refuse(right, Actor, Membership);

    /// <summary>The settings of the operator.</summary>
    public LockRules OperatorRules { get; private init; } = LockRules.Default;

    /// <summary>The rules that hold: the operator's, and the team's within them.</summary>
    public LockRules Rules { get; private init; } = LockRules.Default;

    /// <summary>The same under the settings of an operator.</summary>
    public Facts Under(LockRules operators) =>
        this with
        {
            OperatorRules = operators,
            Rules = Policy.Within(operators),
        };

    /// <summary>The same with the one that asks.</summary>
    public Facts For(Asker asker) =>
        this with
        {
            Workspace = asker.Workspace,
            Actor = asker.Actor,
            Through = asker.Through,
            Request = asker.Request,
        };

    /// <summary>The names of resources that are easily mistaken for the one asked for; none unless set.</summary>
    public IReadOnlyList<ResourceName> NearNames
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether nobody has looked for <see cref="NearNames"/>, because a rule needs them only to create a
    /// resource.</summary>
    public bool IsNearUnknown { get; init; }

    /// <summary>The same after a look for names that are near.</summary>
    /// <param name="names">The names; null where nobody has looked.</param>
    public Facts Near(IReadOnlyList<ResourceName>? names) =>
        this with
        {
            NearNames = names ?? [],
            IsNearUnknown = names is null,
        };

    /// <summary>Whether instances of an older version run beside this one, so that nothing may begin that they do not
    /// know.</summary>
    public bool IsBesideOlder { get; init; }

    /// <summary>When the app began to serve, after a start; the beginning of time unless set.</summary>
    public DateTimeOffset ServingSince { get; init; }

    /// <summary>Where, when, by whom and by which way an event happens now.</summary>
    public EventOrigin Origin(Resource resource) =>
        new(resource.Workspace, resource.Id, resource.Name, Actor, Through, Now);

    /// <summary>The same for an event that is about the workspace, and about no resource.</summary>
    public EventOrigin OriginOfTeam => new(Workspace, ResourceId.None, ResourceName.None, Actor, Through, Now);

    /// <summary>The same for an event that nobody asked for, because its moment came.</summary>
    public EventOrigin OriginOfClock(Resource resource) =>
        Origin(resource) with
        {
            By = Actor.Clock.Instance,
            Through = Entrance.Clock.Instance,
        };
}

/// <summary>The one that asks, from where, by which request.</summary>
/// <param name="Workspace">The workspace of the request.</param>
/// <param name="Actor">The one that asks.</param>
/// <param name="Request">Equal when the same click or submission is delivered again; the second delivery gets the same
/// answer and changes nothing.</param>
public readonly record struct Asker(Workspace Workspace, Actor Actor, RequestId? Request)
{
    /// <summary>The clock asks by itself, without a request that could come twice.</summary>
    public Asker(Workspace workspace)
        : this(workspace, Actor.Clock.Instance, null) { }

    /// <summary>The way by which the command came: that of the actor unless set.</summary>
    public Entrance Through
    {
        get => field ?? Entrance.Of(Actor);
        init;
    }

    /// <summary>The person for whom the answer is drawn, with all rights unless set.</summary>
    /// <exception cref="InvalidOperationException">It is the clock that asks: a bug.</exception>
    public Reader Reader
    {
        get =>
            field.User == default
                ? Reader.Of(
                    Actor.Responsible ?? throw new InvalidOperationException("Nobody reads what the clock is told.")
                )
                : field;
        init;
    }
}
