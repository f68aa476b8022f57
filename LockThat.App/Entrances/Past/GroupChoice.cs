using LockThat.App.Locks.Stores;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Past;

/// <summary>A group of events as a reader chooses it in the form.</summary>
/// <param name="Group">The group.</param>
/// <param name="Key">The value of the choice. It stands in forms that are open while the app is upgraded, so it stays
/// for good.</param>
/// <param name="Label">The words for it.</param>
internal sealed record GroupChoice(EventGroup Group, string Key, Func<IWording, string> Label)
{
    /// <summary>All choices, in their order.</summary>
    public static IReadOnlyList<GroupChoice> All { get; } =
    [
        new(EventGroup.Locks, "locks", words => words.LocksKind),
        new(EventGroup.Unlocks, "unlocks", words => words.UnlocksKind),
        new(EventGroup.Line, "line", words => words.LineKind),
        new(EventGroup.Asking, "asking", words => words.AskingKind),
        new(EventGroup.Resources, "resources", words => words.ResourcesKind),
        new(EventGroup.Rules, "rules", words => words.RulesKind),
    ];

    /// <summary>The group of a key; null for none, and for a key that is unknown.</summary>
    public static EventGroup? Find(string? key) => All.FirstOrDefault(choice => choice.Key == key)?.Group;
}
