using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Commands;

/// <summary>The answer to words that ask for help or cannot be done: what is wrong and what would do.</summary>
internal static class CommandHelp
{
    public static Message For(ParsedCommand ask) =>
        ask switch
        {
            ParsedCommand.Help { UnknownWord: { } word } => Replies.Help(
                Prose.Of($":grey_question: I don't know “{word}”.")
            ),
            ParsedCommand.Help { Topic: { } topic } => Replies.HelpOn(Word(topic)),
            ParsedCommand.Help => Replies.Help(),
            ParsedCommand.MissingName(var command) => Replies.HelpOn(
                Word(command),
                Prose.Of($":grey_question: The name is missing.")
            ),
            ParsedCommand.MissingDuration(var name) => Replies.BadDuration("extend", name.Display, "By how long?"),
            ParsedCommand.BadName(var command, var typed, var problem, var suggestion) => Replies.BadName(
                Word(command),
                typed,
                Why(problem),
                suggestion?.Display
            ),
            ParsedCommand.BadDuration(var command, var name, var problem) => Replies.BadDuration(
                Word(command),
                name.Display,
                Why(problem)
            ),
            ParsedCommand.ReasonTooLong(var name) => Replies.ReasonTooLong(name.Display, Reason.MaxCharacters),
            _ => throw new UnreachableException(),
        };

    internal static string Word(CommandWord command) =>
        command switch
        {
            CommandWord.Help => "help",
            CommandWord.Create => "create",
            CommandWord.Lock => "lock",
            CommandWord.Unlock => "unlock",
            CommandWord.Extend => "extend",
            CommandWord.Delete => "delete",
            CommandWord.List => "list",
            CommandWord.Mine => "mine",
            _ => throw new UnreachableException(),
        };

    public static string Why(NameProblem problem) =>
        problem switch
        {
            NameProblem.Empty => "There is nothing in it.",
            NameProblem.TooLong => $"It is too long: {ResourceName.MaxCharacters} characters at most, and fewer emoji.",
            NameProblem.WhiteSpace => "A name has no spaces.",
            NameProblem.Backtick => "A name has no backticks.",
            NameProblem.Invisible => "It has characters that nobody can see.",
            NameProblem.Malformed => "It has broken characters.",
            _ => throw new UnreachableException(),
        };

    private static string Why(DurationProblem problem) =>
        problem switch
        {
            DurationProblem.Zero => "A duration must be more than zero.",
            DurationProblem.Negative => "A duration can't be negative.",
            DurationProblem.TooShort => "A duration must be at least one second.",
            DurationProblem.TooLong => "That is too long.",
            _ => throw new UnreachableException(),
        };
}
