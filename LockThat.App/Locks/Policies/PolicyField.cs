using System.Collections.Immutable;

namespace LockThat.App.Locks.Policies;

/// <summary>A setting of a team.</summary>
public enum TeamSetting
{
    /// <summary>The length of a lock for which nobody said one.</summary>
    DefaultLength,

    /// <summary>The longest lock.</summary>
    LongestLock,

    /// <summary>How long before its end a holder is reminded.</summary>
    RemindBefore,

    /// <summary>How long a turn lasts.</summary>
    TurnLength,

    /// <summary>By whom, and how, resources are created.</summary>
    NewResources,

    /// <summary>The people who may override.</summary>
    MayOverride,

    /// <summary>The people who may edit.</summary>
    MayEdit,

    /// <summary>The people who may delete.</summary>
    MayDelete,

    /// <summary>The people who are administrators.</summary>
    Administrators,

    /// <summary>The user groups whose people are administrators.</summary>
    AdministratorGroups,

    /// <summary>The things that guests may do.</summary>
    Guests,

    /// <summary>The working days.</summary>
    WorkingDays,

    /// <summary>When work starts.</summary>
    WorkStarts,

    /// <summary>When work ends.</summary>
    WorkEnds,

    /// <summary>The time zone of the team.</summary>
    TimeZone,

    /// <summary>When unused resources are removed.</summary>
    RemoveUnusedAfter,

    /// <summary>How long events are kept.</summary>
    KeepHistory,

    /// <summary>Whether holders are asked if they still need it.</summary>
    AsksHolders,
}

/// <summary>One field of a policy: all that is done field by field follows this list.</summary>
/// <param name="Setting">The setting that it holds.</param>
/// <param name="IsSame">Whether it is equal in two policies.</param>
/// <param name="Copy">Takes it from the first policy over into the second.</param>
internal sealed record PolicyField(
    TeamSetting Setting,
    Func<TeamPolicy, TeamPolicy, bool> IsSame,
    Func<TeamPolicy, TeamPolicy, TeamPolicy> Copy
)
{
    public static ImmutableArray<PolicyField> All { get; } =
    [
        Of(TeamSetting.DefaultLength, own => own.DefaultLength, (own, length) => own with { DefaultLength = length }),
        Of(TeamSetting.LongestLock, own => own.LongestLock, (own, length) => own with { LongestLock = length }),
        Of(TeamSetting.RemindBefore, own => own.RemindBefore, (own, length) => own with { RemindBefore = length }),
        Of(TeamSetting.TurnLength, own => own.TurnLength, (own, length) => own with { TurnLength = length }),
        Of(TeamSetting.NewResources, own => own.NewResources, (own, may) => own with { NewResources = may }),
        Of(TeamSetting.MayOverride, own => own.MayOverride, (own, who) => own with { MayOverride = who }),
        Of(TeamSetting.MayEdit, own => own.MayEdit, (own, who) => own with { MayEdit = who }),
        Of(TeamSetting.MayDelete, own => own.MayDelete, (own, who) => own with { MayDelete = who }),
        OfSome(TeamSetting.Administrators, own => own.Administrators, (own, all) => own with { Administrators = all }),
        OfSome(
            TeamSetting.AdministratorGroups,
            own => own.AdministratorGroups,
            (own, all) => own with { AdministratorGroups = all }
        ),
        Of(TeamSetting.Guests, own => own.GuestsOnlyLook, (own, look) => own with { GuestsOnlyLook = look }),
        Of(TeamSetting.WorkingDays, own => own.WorkingDays, (own, days) => own with { WorkingDays = days }),
        Of(TeamSetting.WorkStarts, own => own.WorkStarts, (own, time) => own with { WorkStarts = time }),
        Of(TeamSetting.WorkEnds, own => own.WorkEnds, (own, time) => own with { WorkEnds = time }),
        Of(TeamSetting.TimeZone, own => own.TimeZone, (own, zone) => own with { TimeZone = zone }),
        Of(
            TeamSetting.RemoveUnusedAfter,
            own => own.RemoveUnusedAfter,
            (own, length) => own with { RemoveUnusedAfter = length }
        ),
        Of(TeamSetting.KeepHistory, own => own.KeepHistory, (own, length) => own with { KeepHistory = length }),
        Of(TeamSetting.AsksHolders, own => own.AsksHolders, (own, asks) => own with { AsksHolders = asks }),
    ];

    private static PolicyField Of<T>(
        TeamSetting setting,
        Func<TeamPolicy, T> read,
        Func<TeamPolicy, T, TeamPolicy> with
    ) =>
        new(
            setting,
            (one, other) => EqualityComparer<T>.Default.Equals(read(one), read(other)),
            (from, to) => with(to, read(from))
        );

    private static PolicyField OfSome<T>(
        TeamSetting setting,
        Func<TeamPolicy, ImmutableArray<T>> read,
        Func<TeamPolicy, ImmutableArray<T>, TeamPolicy> with
    ) => new(setting, (one, other) => read(one).SequenceEqual(read(other)), (from, to) => with(to, read(from)));
}
