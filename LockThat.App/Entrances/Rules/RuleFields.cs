using System.Collections.Immutable;
using System.Globalization;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Settings;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Rules;

/// <summary>A setting of a team as people see and choose it: the text that stands for a value, both ways, and its
/// choices.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Read">The text for the value that a policy has.</param>
/// <param name="Write">A policy with the value of a text.</param>
/// <param name="Choices">The choices, by their texts; null where people are chosen.</param>
internal sealed record RuleField(
    TeamSetting Setting,
    Func<TeamPolicy, string> Read,
    Func<TeamPolicy, string, TeamPolicy> Write,
    Func<IWording, LockRules, IReadOnlyList<(string Value, string Label)>>? Choices
)
{
    /// <summary>The id of its block in the form.</summary>
    public string BlockId => $"{Setting}";

    /// <summary>The field as it is drawn.</summary>
    /// <param name="policy">The rules of the team.</param>
    /// <param name="operators">The settings of the operator.</param>
    public SettingsField Drawn(TeamPolicy policy, LockRules operators, IWording words)
    {
        var value = Read(policy);
        return new(BlockId, words.LabelOf(Setting), value, Choices?.Invoke(words, operators));
    }

    /// <summary>The value that holds now, in words.</summary>
    public Prose Said(TeamPolicy policy, LockRules operators, IWording words)
    {
        var value = Read(policy);
        return Choices?.Invoke(words, operators) is { } choices
                ? Prose.Of($"{choices.FirstOrDefault(choice => choice.Value == value, choices[0]).Label}")
            : RuleFields.People(value) is { Length: > 0 } people
                ? Prose.Join(", ", people.Select(person => Prose.Of($"{new UserMention(person.Value)}")))
            : Prose.Of($"{words.OnlyOfSlack}");
    }
}

/// <summary>The settings of a team, line by line.</summary>
internal static class RuleFields
{
    private const char Between = ' ';

    private static readonly TimeSpan[] Lengths =
    [
        .. new[] { 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 4, 8 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 3, 7, 14, 30, 90, 180, 365 }.Select(days => TimeSpan.FromDays(days)),
    ];

    private static readonly TimeSpan ShortestLock = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestNotice = TimeSpan.FromDays(1);

    /// <summary>All lines, in their order.</summary>
    public static ImmutableArray<RuleLine> Lines { get; } =
    [
        new(
            "locks",
            words => words.LocksLine,
            [
                OfLength(
                    TeamSetting.DefaultLength,
                    own => own.DefaultLength,
                    (own, length) => own with { DefaultLength = length },
                    operators => operators.DefaultDuration,
                    operators => (ShortestLock, operators.MaxDuration)
                ),
                OfLength(
                    TeamSetting.LongestLock,
                    own => own.LongestLock,
                    (own, length) => own with { LongestLock = length },
                    operators => operators.MaxDuration,
                    operators => (ShortestLock, operators.MaxDuration)
                ),
                OfLength(
                    TeamSetting.RemindBefore,
                    own => own.RemindBefore,
                    (own, length) => own with { RemindBefore = length },
                    operators => operators.RemindBefore,
                    _ => (Lengths[0], LongestNotice)
                ),
                OfLength(
                    TeamSetting.TurnLength,
                    own => own.TurnLength,
                    (own, length) => own with { TurnLength = length },
                    operators => operators.ClaimWindow,
                    _ => (Lengths[0], LongestNotice)
                ),
                Of(
                    TeamSetting.NewResources,
                    own => own.NewResources,
                    (own, may) => own with { NewResources = may },
                    words => [words.CreatesAlsoByLocking, words.CreatesNotByLocking, words.AdministratorsChoice]
                ),
            ]
        ),
        new(
            "rights",
            words => words.RightsLine,
            [
                Of(
                    TeamSetting.MayOverride,
                    own => own.MayOverride,
                    (own, who) => own with { MayOverride = who },
                    words => [words.AnybodyChoice, words.AdministratorsChoice, words.NobodyChoice]
                ),
                Of(
                    TeamSetting.MayDelete,
                    own => own.MayDelete,
                    (own, who) => own with { MayDelete = who },
                    words => [words.AnybodyChoice, words.AdministratorsChoice]
                ),
                new(
                    TeamSetting.Administrators,
                    own => string.Join(Between, own.Administrators.Select(person => person.Value)),
                    (own, text) => own with { Administrators = People(text) },
                    Choices: null
                ),
                Of(
                    TeamSetting.Guests,
                    own => own.GuestsOnlyLook ? GuestsMay.Look : GuestsMay.Everything,
                    (own, may) => own with { GuestsOnlyLook = may is GuestsMay.Look },
                    words => [words.GuestsMayEverything, words.GuestsMayLook]
                ),
            ]
        ),
    ];

    /// <summary>The people that a text names.</summary>
    public static ImmutableArray<UserId> People(string text) =>
        [
            .. text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal)
                .Take(SettingsField.MostPeople)
                .Select(person => new UserId(person)),
        ];

    private enum GuestsMay
    {
        Everything,
        Look,
    }

    private static RuleField Of<T>(
        TeamSetting setting,
        Func<TeamPolicy, T> read,
        Func<TeamPolicy, T, TeamPolicy> write,
        Func<IWording, string[]> labels
    )
        where T : struct, Enum =>
        new(
            setting,
            own => $"{read(own)}",
            (own, text) => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? write(own, value) : own,
            (words, _) => [.. labels(words).Select((label, at) => ($"{Enum.GetValues<T>()[at]}", label))]
        );

    private static RuleField OfLength(
        TeamSetting setting,
        Func<TeamPolicy, TimeSpan?> read,
        Func<TeamPolicy, TimeSpan?, TeamPolicy> write,
        Func<LockRules, TimeSpan> usual,
        Func<LockRules, (TimeSpan Least, TimeSpan Most)> between
    ) =>
        new(
            setting,
            own => Text(read(own)),
            (own, text) => write(own, Length(text)),
            (words, operators) =>
            {
                var (least, most) = between(operators);
                return
                [
                    (Text(null), words.UsualLength(usual(operators))),
                    .. Lengths
                        .Where(length => length >= least && length <= most)
                        .Select(length => (Text(length), words.Length(length))),
                ];
            }
        );

    private static string Text(TimeSpan? length) =>
        ((long)(length ?? TimeSpan.Zero).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? Length(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

/// <summary>A line of the rules.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fields">Its settings, in their order.</param>
internal sealed record RuleLine(string Key, Func<IWording, string> Title, ImmutableArray<RuleField> Fields);
