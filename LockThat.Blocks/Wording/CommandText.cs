namespace LockThat.Blocks.Wording;

/// <summary>A command as help explains it.</summary>
/// <param name="Arguments">The words behind its word, with placeholders; empty for nothing.</param>
/// <param name="Does">The explanation, in mrkdwn.</param>
public sealed record CommandText(string Arguments, string Does);
