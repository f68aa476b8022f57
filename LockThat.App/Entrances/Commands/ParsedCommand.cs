using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

/// <summary>The meaning of what a person typed behind <c>/lockthat</c>. A wish about a resource is a command of the
/// core; whatever else can be typed has a case of its own.</summary>
public abstract record ParsedCommand
{
    private ParsedCommand() { }

    /// <summary>The resource of the command; null when it has none.</summary>
    public virtual ResourceName? About => null;

    /// <summary>The same command for another resource, if it has one.</summary>
    public virtual ParsedCommand Of(ResourceName name) => this;

    /// <param name="Command">The command of the core, for any state of the resource.</param>
    public sealed record Do(ResourceCommand Command) : ParsedCommand
    {
        public override ResourceName? About => Command.Name;

        public override ParsedCommand Of(ResourceName name) => new Do(Command with { Name = name });
    }

    /// <param name="Wish">A wish that ends at a moment; it becomes a command of the core by the clocks of the
    /// person.</param>
    public sealed record Until(TypedWish Wish) : ParsedCommand
    {
        public override ResourceName? About => Wish.Name;

        public override ParsedCommand Of(ResourceName name) => new Until(Wish with { Name = name });
    }

    /// <param name="Topic">The command to explain; null for all.</param>
    /// <param name="UnknownWord">The word in the command's place, shortened to show; null when help was asked
    /// for.</param>
    /// <param name="IsWhole">Whether all commands were asked for.</param>
    public sealed record Help(CommandWord? Topic = null, string? UnknownWord = null, bool IsWhole = false)
        : ParsedCommand
    {
        /// <summary>The people who are mentioned behind an unknown word and a name.</summary>
        public IReadOnlyList<UserId> People { get; init; } = [];
    }

    /// <summary><c>create</c> with nothing behind it.</summary>
    public sealed record CreateForm : ParsedCommand;

    /// <summary><c>settings</c>: the rules of the team.</summary>
    public sealed record Settings : ParsedCommand;

    /// <summary><c>lock</c> with nothing behind it.</summary>
    public sealed record LockForm : ParsedCommand;

    /// <summary><c>unlock</c> with nothing behind it: the asker's only lock, or one of them.</summary>
    public sealed record UnlockAny : ParsedCommand;

    /// <summary><c>extend</c> with nothing behind it.</summary>
    public sealed record ExtendForm : ParsedCommand;

    /// <summary><c>queue</c> with nothing behind it: the lines in which the asker waits.</summary>
    public sealed record Waits : ParsedCommand;

    /// <summary><c>leave</c> with nothing behind it: the only line in which the asker waits, or one of them.</summary>
    public sealed record LeaveAny : ParsedCommand;

    /// <summary><c>give NAME @PERSON</c>.</summary>
    /// <param name="Name">The resource.</param>
    /// <param name="IsNamed">Whether something stands behind the name.</param>
    /// <param name="To">The person who was mentioned there; null when nobody was.</param>
    public sealed record Give(ResourceName Name, bool IsNamed = false, UserId? To = null) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) => this with { Name = name };
    }

    /// <summary><c>give NAME @PERSON @ANOTHER</c>.</summary>
    public sealed record GiveToSeveral(ResourceName Name) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) => this with { Name = name };
    }

    /// <param name="Filter">The resources that are listed; all of them unless something else was typed.</param>
    public sealed record List(ListFilter Filter) : ParsedCommand;

    public sealed record Mine : ParsedCommand;

    /// <param name="Name">The resource whose page is opened.</param>
    public sealed record Show(ResourceName Name) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) => this with { Name = name };
    }

    /// <param name="Name">The resource; null for the workspace.</param>
    public sealed record History(ResourceName? Name) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) => this with { Name = name };
    }

    /// <summary>A command that opens no form was typed without a name that it needs (<c>delete</c>).</summary>
    public sealed record MissingName(CommandWord Command) : ParsedCommand;

    /// <summary><c>extend NAME</c> without a duration behind it.</summary>
    public sealed record MissingDuration(ResourceName Name) : ParsedCommand;

    /// <param name="Command">The command that was typed.</param>
    /// <param name="Typed">The text in the place of the name, shortened to show, on one line.</param>
    /// <param name="Problem">For <c>create my site</c>, <see cref="NameProblem.WhiteSpace"/>.</param>
    /// <param name="Suggestion">A name that would do; null when there is none.</param>
    public sealed record BadName(CommandWord Command, string Typed, NameProblem Problem, ResourceName? Suggestion)
        : ParsedCommand;

    public sealed record BadDuration(CommandWord Command, ResourceName Name, DurationProblem Problem) : ParsedCommand;

    /// <param name="Command">The command that was typed.</param>
    /// <param name="Name">The resource.</param>
    /// <param name="Typed">The text that is plainly a length and cannot be read, shortened to show.</param>
    /// <param name="Meant">The likely commands, the likeliest first; the last one takes the typed text as the reason,
    /// where there is one.</param>
    public sealed record UnclearDuration(
        CommandWord Command,
        ResourceName Name,
        string Typed,
        IReadOnlyList<ResourceCommand> Meant
    ) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) =>
            this with
            {
                Name = name,
                Meant = [.. Meant.Select(command => command with { Name = name })],
            };
    }

    /// <param name="Command">The command that was typed.</param>
    /// <param name="Name">The resource.</param>
    /// <param name="Typed">The text behind <c>until</c> that is plainly a moment and cannot be read, shortened to
    /// show.</param>
    /// <param name="Meant">The likely commands, the likeliest first; the last one takes the typed text as the reason,
    /// where there is one.</param>
    public sealed record UnclearMoment(
        CommandWord Command,
        ResourceName Name,
        string Typed,
        IReadOnlyList<ParsedCommand> Meant
    ) : ParsedCommand
    {
        public override ResourceName? About => Name;

        public override ParsedCommand Of(ResourceName name) =>
            this with
            {
                Name = name,
                Meant = [.. Meant.Select(command => command.Of(name))],
            };
    }

    /// <summary>A length in the place of the name. It counts as a name only when a resource has that name.</summary>
    /// <param name="Command">The command that was typed.</param>
    /// <param name="AsTyped">The command with the length as the name.</param>
    /// <param name="Typed">The length, shortened to show.</param>
    /// <param name="Lengths">The likely lengths, the likeliest first; may be empty.</param>
    /// <param name="Named">The wish with that length, when a name follows; its own length is not set.</param>
    public sealed record LengthAsName(
        CommandWord Command,
        ParsedCommand AsTyped,
        string Typed,
        IReadOnlyList<TypedLength> Lengths,
        TypedWish? Named
    ) : ParsedCommand
    {
        /// <summary>Whether the length was typed as a moment.</summary>
        public bool IsMoment { get; init; }
    }

    public sealed record ReasonTooLong(CommandWord Command, ResourceName Name) : ParsedCommand;
}
