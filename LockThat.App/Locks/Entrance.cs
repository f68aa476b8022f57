using System.Diagnostics;

namespace LockThat.App.Locks;

/// <summary>The way by which a command came.</summary>
public abstract record Entrance
{
    private Entrance() { }

    /// <summary>The way by which an actor comes, unless another is set.</summary>
    /// <param name="actor">The one that asks.</param>
    public static Entrance Of(Actor actor) =>
        actor switch
        {
            Actor.Person => Slack.Instance,
            Actor.Run(var token, _, _) => new Token(token),
            Actor.Clock => Clock.Instance,
            _ => throw new UnreachableException(),
        };

    /// <summary>A person in Slack.</summary>
    public sealed record Slack : Entrance
    {
        /// <summary>There is one Slack.</summary>
        public static Slack Instance { get; } = new();
    }

    /// <summary>A program, or a person by a program.</summary>
    /// <param name="Id">The token that the program came with.</param>
    public sealed record Token(TokenId Id) : Entrance;

    /// <summary>Nobody asked: a moment came.</summary>
    public sealed record Clock : Entrance
    {
        /// <summary>There is one clock.</summary>
        public static Clock Instance { get; } = new();
    }
}
