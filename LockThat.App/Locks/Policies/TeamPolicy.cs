using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Time.Moments;

namespace LockThat.App.Locks.Policies;

/// <summary>The rules that a team has made for itself. For what it has not said, the operator's value holds, or the
/// first choice.</summary>
public sealed record TeamPolicy
{
    /// <summary>A team that has said nothing.</summary>
    public static TeamPolicy None { get; } = new();

    /// <summary>The length of a lock for which nobody said one; null for the operator's.</summary>
    public TimeSpan? DefaultLength { get; init; }

    /// <summary>A lock ends at most this long after now; null for the operator's, which it never exceeds.</summary>
    public TimeSpan? LongestLock { get; init; }

    /// <summary>A lock that is longer than twice this gets a reminder this long before it ends; null for the
    /// operator's.</summary>
    public TimeSpan? RemindBefore { get; init; }

    /// <summary>How long the first in line alone may lock a resource that has become free; null for the
    /// operator's.</summary>
    public TimeSpan? TurnLength { get; init; }

    /// <summary>By whom, and how, resources are created.</summary>
    public MayCreate NewResources { get; init; }

    /// <summary>The people who may take a lock or a turn from another.</summary>
    public WhoMay MayOverride { get; init; }

    /// <summary>The people who may edit a resource.</summary>
    public WhoMay MayEdit { get; init; }

    /// <summary>The people who may delete a resource.</summary>
    public WhoMay MayDelete { get; init; }

    /// <summary>The people who are administrators beside those of the workspace.</summary>
    public ImmutableArray<UserId> Administrators { get; init; } = [];

    /// <summary>The user groups whose people are administrators.</summary>
    public ImmutableArray<UserGroupId> AdministratorGroups { get; init; } = [];

    /// <summary>Whether guests may only look: they see, watch and free what they hold.</summary>
    public bool GuestsOnlyLook { get; init; }

    /// <summary>The days on which the team works; null when it has not said.</summary>
    public WorkingDays? WorkingDays { get; init; }

    /// <summary>When work starts on these days; null when the team has not said.</summary>
    public TimeOnly? WorkStarts { get; init; }

    /// <summary>When work ends on these days; null when the team has not said.</summary>
    public TimeOnly? WorkEnds { get; init; }

    /// <summary>The time zone of the team, as IANA names it; null when the team has not said.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Free resources that nobody has used for so long are removed; null for never.</summary>
    public TimeSpan? RemoveUnusedAfter { get; init; }

    /// <summary>How long events are kept; null for as long as the operator keeps them, which it never
    /// exceeds.</summary>
    public TimeSpan? KeepHistory { get; init; }

    /// <summary>Whether holders are asked every Monday whether they still need it.</summary>
    public bool AsksHolders { get; init; }

    /// <summary>The working hours; null unless the team has said all about them.</summary>
    public TeamHours? WorkingHours =>
        (WorkingDays, WorkStarts, WorkEnds, TimeZone) is ({ } days, { } starts, { } ends, { } zone)
            ? TeamHours.Of(new(days, starts, ends), zone)
            : null;

    /// <summary>The rules that hold for the team.</summary>
    /// <param name="operators">The settings of the operator.</param>
    public LockRules Within(LockRules operators)
    {
        if (ReferenceEquals(this, None))
            return operators;
        var longest = Shorter(LongestLock ?? operators.MaxDuration, operators.MaxDuration);
        return operators with
        {
            MaxDuration = longest,
            DefaultDuration = Shorter(DefaultLength ?? operators.DefaultDuration, longest),
            RemindBefore = RemindBefore ?? operators.RemindBefore,
            ClaimWindow = TurnLength ?? operators.ClaimWindow,
            KeepHistory = Shorter(KeepHistory ?? operators.KeepHistory, operators.KeepHistory),
            WorkingHours = WorkingHours,
        };
    }

    /// <summary>The settings in which two policies differ.</summary>
    /// <param name="other">The other one.</param>
    public ImmutableArray<TeamSetting> DifferencesTo(TeamPolicy other) =>
        [.. PolicyField.All.Where(field => !field.IsSame(this, other)).Select(field => field.Setting)];

    /// <summary>This policy with what a person changed: a field that they left as they were shown it stays as it is
    /// now, whoever changed it since.</summary>
    /// <param name="shown">The policy that the person was shown.</param>
    /// <param name="wanted">The policy that the person wants.</param>
    public TeamPolicy With(TeamPolicy shown, TeamPolicy wanted) =>
        PolicyField
            .All.Where(field => !field.IsSame(shown, wanted))
            .Aggregate(this, (next, field) => field.Copy(wanted, next));

    /// <summary>Policies are equal when every setting is.</summary>
    public bool Equals(TeamPolicy? other) =>
        other is not null && PolicyField.All.All(field => field.IsSame(this, other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DefaultLength, LongestLock, MayOverride, TimeZone);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>The people who may do a thing.</summary>
public enum WhoMay
{
    /// <summary>Everybody.</summary>
    Anybody,

    /// <summary>Administrators alone.</summary>
    Administrators,

    /// <summary>Not even administrators.</summary>
    Nobody,
}

/// <summary>By whom, and how, resources are created.</summary>
public enum MayCreate
{
    /// <summary>By everybody, also by locking what does not exist.</summary>
    Anybody,

    /// <summary>By everybody, but never by locking.</summary>
    NotByLocking,

    /// <summary>By administrators alone.</summary>
    Administrators,
}
