using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>A line of the rules of a team, as people see it.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Values">The label of each of its settings, with the value that holds now.</param>
public sealed record SettingsLine(string Key, string Title, IReadOnlyList<(string Label, Prose Value)> Values);
