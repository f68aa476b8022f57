using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The answer to "help", and to what cannot be done as it was typed.
public partial interface IWording
{
    /// <summary>Says what the app is for.</summary>
    Prose HelpIntro { get; }

    /// <summary>A line of help.</summary>
    /// <param name="example">A whole command, or how it is typed.</param>
    /// <param name="text">The command.</param>
    Prose HelpLine(string example, CommandText text);

    /// <summary>Help on one command.</summary>
    /// <param name="word">The command's word.</param>
    /// <param name="text">The command.</param>
    /// <param name="example">A whole command.</param>
    Prose HelpOn(string word, CommandText text, string example);

    /// <summary>Says, under the commands of a newcomer, where the others are.</summary>
    Prose HelpOnMore { get; }

    /// <summary>Says, under all commands, how one is explained.</summary>
    Prose HelpOnCommand { get; }

    /// <summary>Heads the commands that take a resource, keep it and let it go.</summary>
    Prose HelpOnLocking { get; }

    /// <summary>Heads the commands for what another has.</summary>
    Prose HelpOnWaiting { get; }

    /// <summary>Heads the commands that look.</summary>
    Prose HelpOnLooking { get; }

    /// <summary>Heads the commands for the resources themselves.</summary>
    Prose HelpOnManaging { get; }

    /// <summary>Says how lengths are typed.</summary>
    Prose HelpOnLengths { get; }

    /// <summary>Explains <c>help</c>.</summary>
    CommandText HelpCommand { get; }

    /// <summary>A word that is no command.</summary>
    Prose UnknownWord(string typed);

    /// <summary>A command without the name that it needs.</summary>
    Prose NameIsMissing { get; }

    /// <summary>A name that cannot be one.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="why">The mistake, in mrkdwn.</param>
    /// <param name="example">A command that would do.</param>
    Prose BadName(string typed, string why, string example);

    /// <summary>The name is empty.</summary>
    string NameIsEmpty { get; }

    /// <summary>The name has more than <paramref name="max"/> characters, or too many emoji.</summary>
    string NameIsTooLong(int max);

    /// <summary>There is white space in the name.</summary>
    string NameHasSpaces { get; }

    /// <summary>There is a backtick in the name.</summary>
    string NameHasBackticks { get; }

    /// <summary>There are characters in the name that nobody can see.</summary>
    string NameIsInvisible { get; }

    /// <summary>There are halves of characters in the name.</summary>
    string NameIsMalformed { get; }

    /// <summary>A duration that cannot be one.</summary>
    /// <param name="why">The mistake.</param>
    /// <param name="example">A command that would do.</param>
    /// <param name="another">Another one.</param>
    Prose BadDuration(Prose why, string example, string another);

    /// <summary>The duration is missing behind <c>extend</c>.</summary>
    Prose DurationIsMissing { get; }

    /// <summary>The typed text cannot be read as a duration.</summary>
    Prose UnreadableDuration(string typed);

    /// <summary>The typed text cannot be read as a moment.</summary>
    Prose UnreadableMoment(string typed);

    /// <summary>The moment is not to come.</summary>
    Prose MomentHasPassed(string typed);

    /// <summary>The date is another day of the week than the one that was typed with it.</summary>
    Prose NoSuchDay(string typed);

    /// <summary>Slack does not say by which clocks the reader lives, so a length is asked for.</summary>
    Prose ZoneIsUnknown(string typed);

    /// <summary>The duration is nothing.</summary>
    Prose DurationIsZero { get; }

    /// <summary>The duration is less than nothing.</summary>
    Prose DurationIsNegative { get; }

    /// <summary>The duration is less than a second.</summary>
    Prose DurationIsTooShort { get; }

    /// <summary>The duration is more than a lifetime.</summary>
    Prose DurationIsTooLong { get; }

    /// <summary>The reason has too many characters.</summary>
    /// <param name="max">How many it may have.</param>
    /// <param name="example">A command that would do.</param>
    Prose ReasonTooLong(int max, string example);

    /// <summary>The words for the holder are too long.</summary>
    Prose MessageTooLong(int max, string example);
}
