namespace LockThat.Playground.BlockKit;

/// <summary>The place of an interactive element in a message or view.</summary>
public readonly record struct ElementKey(string BlockId, string ActionId);
