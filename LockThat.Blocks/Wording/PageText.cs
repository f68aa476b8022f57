namespace LockThat.Blocks.Wording;

/// <summary>What a web page says that tells how an installation went.</summary>
/// <param name="Title">Heads the page.</param>
/// <param name="Text">What happened, and what to do.</param>
public sealed record PageText(string Title, string Text);
