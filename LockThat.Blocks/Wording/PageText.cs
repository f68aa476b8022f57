namespace LockThat.Blocks.Wording;

/// <summary>The texts of a web page that tells the result of an installation.</summary>
/// <param name="Title">Heads the page.</param>
/// <param name="Text">The result, and the next step.</param>
public sealed record PageText(string Title, string Text);
