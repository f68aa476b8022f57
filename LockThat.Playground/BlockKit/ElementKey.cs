namespace LockThat.Playground.BlockKit;

/// <summary>Where an interactive element stands in a message or view.</summary>
public readonly record struct ElementKey(string BlockId, string ActionId);
