using LockThat.App.Identifiers;

namespace LockThat.App.Locks;

/// <summary>The one that holds or asks.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>A person holds and asks as themselves.</summary>
    /// <param name="user">Slack's id of the person.</param>
    public static implicit operator Actor(UserId user) => new Person(user);

    /// <summary>The person who is told the result; null for the clock.</summary>
    public abstract UserId? Responsible { get; }

    /// <summary>A person.</summary>
    /// <param name="User">Slack's id of the person.</param>
    public sealed record Person(UserId User) : Actor
    {
        /// <inheritdoc/>
        public override UserId? Responsible => User;

        /// <summary>Slack's id of the person.</summary>
        public override string ToString() => User.Value;
    }

    /// <summary>A run of a program: two runs of one token are two holders.</summary>
    /// <param name="Token">The token that the program came with.</param>
    /// <param name="Name">The name that the program gave the run, such as <c>build 812</c>; text of a stranger, shown
    /// inert only.</param>
    /// <param name="For">The maker of the token, who is told what a holder is told.</param>
    public sealed record Run(TokenId Token, string Name, UserId For) : Actor
    {
        /// <inheritdoc/>
        public override UserId? Responsible => For;
    }

    /// <summary>The clock, which acts when a moment comes.</summary>
    public sealed record Clock : Actor
    {
        /// <summary>There is one clock.</summary>
        public static Clock Instance { get; } = new();

        /// <inheritdoc/>
        public override UserId? Responsible => null;
    }
}

/// <summary>A token of a program.</summary>
/// <param name="Value">The id of the token, which is not the secret.</param>
public readonly record struct TokenId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
