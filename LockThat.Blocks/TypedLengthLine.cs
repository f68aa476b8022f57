namespace LockThat.Blocks;

/// <summary>A length as somebody typed it; nothing where none was typed.</summary>
/// <param name="Time">A length of time.</param>
/// <param name="Until">The words of a moment, as they are typed.</param>
public readonly record struct TypedLengthLine(TimeSpan? Time, string? Until);
