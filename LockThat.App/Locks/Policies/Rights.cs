using System.Collections.Immutable;
using System.Diagnostics;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Policies;

/// <summary>Something that a team may allow to some people only.</summary>
public enum Right
{
    /// <summary>To take something, or to want it.</summary>
    Use,

    /// <summary>To take a lock or a turn from another.</summary>
    Override,

    /// <summary>To edit a resource.</summary>
    Edit,

    /// <summary>To delete a resource.</summary>
    Delete,

    /// <summary>To create a resource.</summary>
    Create,

    /// <summary>To change the rules of the team.</summary>
    ChangeRules,
}

/// <summary>The things that somebody may do, for drawing: a button that would be refused is not shown.</summary>
/// <param name="Refused">The rights that they do not have.</param>
public sealed record Rights(ImmutableHashSet<Right> Refused)
{
    /// <summary>Everything that a team allows to everybody unless it says otherwise.</summary>
    public static Rights Usual { get; } = new([Right.ChangeRules]);

    /// <summary>Whether locking what does not exist creates it.</summary>
    public bool CreatesByLocking { get; init; } = true;

    /// <summary>The rights of somebody.</summary>
    /// <param name="policy">The rules of the team.</param>
    /// <param name="who">The one that asks.</param>
    /// <param name="membership">The word of Slack about them; null when it was not asked.</param>
    public static Rights Of(TeamPolicy policy, Actor who, Membership? membership)
    {
        var refused = Enum.GetValues<Right>().Where(right => policy.Refuse(right, who, membership) is not null);
        return new(refused.ToImmutableHashSet())
        {
            CreatesByLocking = policy.NewResources is not MayCreate.NotByLocking,
        };
    }

    /// <summary>Whether they have a right.</summary>
    public bool Has(Right right) => !Refused.Contains(right);
}

/// <summary>The rules about rights. They hold for programs as for the people for whom they act.</summary>
internal static class RightRules
{
    /// <summary>Whether a rule of the team is about what some people are, so that Slack must be asked for it.</summary>
    public static bool AsksWhoSomebodyIs(this TeamPolicy policy) =>
        policy.GuestsOnlyLook
        || policy.NewResources is MayCreate.Administrators
        || policy.MayOverride is WhoMay.Administrators
        || policy.MayEdit is WhoMay.Administrators
        || policy.MayDelete is WhoMay.Administrators;

    /// <summary>Why somebody may not do a thing; null when they may.</summary>
    /// <param name="policy">The rules of the team.</param>
    /// <param name="right">The right that it takes.</param>
    /// <param name="who">The one that asks.</param>
    /// <param name="membership">The word of Slack about them; null when it was not asked.</param>
    public static Refusal? Refuse(this TeamPolicy policy, Right right, Actor who, Membership? membership)
    {
        // A named administrator is one whatever Slack says, and nobody else judges over the clock.
        var allowed = policy.Allowed(right);
        if (who.Responsible is not { } person || (IsNamed(policy, person) && allowed is not WhoMay.Nobody))
            return null;
        var hasGuestRule = policy.GuestsOnlyLook && right is not Right.ChangeRules;
        return (allowed, membership) switch
        {
            (WhoMay.Nobody, _) => new Refusal.NotAllowed(right, allowed, policy.Administrators),
            (WhoMay.Anybody, _) when !hasGuestRule => null,
            (_, null) => new Refusal.NeedsMembership(),
            (_, { IsKnown: false }) => new Refusal.MembershipUnknown(),
            (_, { IsAdministrator: true }) => null,
            (_, { IsGuest: true }) when hasGuestRule => new Refusal.NotAllowed(right, allowed, policy.Administrators)
            {
                IsGuest = true,
            },
            (WhoMay.Anybody, _) => null,
            (WhoMay.Administrators, { Groups: var groups }) => policy.RefuseOutsiders(right, groups),
            _ => throw new UnreachableException(),
        };
    }

    private static Refusal? RefuseOutsiders(this TeamPolicy policy, Right right, ImmutableArray<UserGroupId>? groups) =>
        (policy.AdministratorGroups, groups) switch
        {
            ({ IsEmpty: false }, null) => new Refusal.MembershipUnknown(),
            (var theirs, { } own) when own.Any(theirs.Contains) => null,
            _ => new Refusal.NotAllowed(right, WhoMay.Administrators, policy.Administrators),
        };

    private static bool IsNamed(TeamPolicy policy, UserId person) => policy.Administrators.Contains(person);

    private static WhoMay Allowed(this TeamPolicy policy, Right right) =>
        right switch
        {
            Right.Use => WhoMay.Anybody,
            Right.Override => policy.MayOverride,
            Right.Edit => policy.MayEdit,
            Right.Delete => policy.MayDelete,
            Right.Create => policy.NewResources is MayCreate.Administrators ? WhoMay.Administrators : WhoMay.Anybody,
            Right.ChangeRules => WhoMay.Administrators,
            _ => throw new UnreachableException(),
        };
}
