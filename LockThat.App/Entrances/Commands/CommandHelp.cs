using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Commands;

/// <summary>The answer to words that ask for help or cannot be done: it names the mistake and shows words that
/// work.</summary>
internal static class CommandHelp
{
    public static Message For(ParsedCommand ask, IWording words) =>
        ask switch
        {
            ParsedCommand.Help { UnknownWord: { } word } => Replies.Help(words, words.UnknownWord(word)),
            ParsedCommand.Help { Topic: { } topic } => Replies.HelpOn(words, topic),
            ParsedCommand.Help { IsWhole: true } => Replies.HelpMore(words),
            ParsedCommand.Help => Replies.Help(words),
            ParsedCommand.MissingName(var command) => Replies.HelpOn(words, command, words.NameIsMissing),
            ParsedCommand.MissingDuration(var name) => Replies.BadDuration(
                words,
                CommandWord.Extend,
                name.Display,
                words.DurationIsMissing
            ),
            ParsedCommand.GiveToSeveral(var name) => Replies.NotGivenTo(words, name.Display, words.CannotGiveToSeveral),
            ParsedCommand.BadName(var command, var typed, var problem, var suggestion) => Replies.BadName(
                words,
                command,
                typed,
                Why(problem, words),
                suggestion?.Display
            ),
            ParsedCommand.BadDuration(var command, var name, var problem) => Replies.BadDuration(
                words,
                command,
                name.Display,
                Why(problem, words)
            ),
            ParsedCommand.ReasonTooLong(var command, var name) => Replies.ReasonTooLong(
                words,
                command,
                name.Display,
                Reason.MaxCharacters
            ),
            _ => throw new UnreachableException(),
        };

    public static string Why(NameProblem problem, IWording words) =>
        problem switch
        {
            NameProblem.Empty => words.NameIsEmpty,
            NameProblem.TooLong => words.NameIsTooLong(ResourceName.MaxCharacters),
            NameProblem.WhiteSpace => words.NameHasSpaces,
            NameProblem.Backtick => words.NameHasBackticks,
            NameProblem.Invisible => words.NameIsInvisible,
            NameProblem.Malformed => words.NameIsMalformed,
            _ => throw new UnreachableException(),
        };

    private static Prose Why(DurationProblem problem, IWording words) =>
        problem switch
        {
            DurationProblem.Zero => words.DurationIsZero,
            DurationProblem.Negative => words.DurationIsNegative,
            DurationProblem.TooShort => words.DurationIsTooShort,
            DurationProblem.TooLong => words.DurationIsTooLong,
            _ => throw new UnreachableException(),
        };
}
