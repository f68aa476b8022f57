namespace LockThat.App.Locks;

/// <summary>A token of a program.</summary>
/// <param name="Value">The id of the token, which is not the secret.</param>
public readonly record struct TokenId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
