using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose HelpIntro =>
        Prose.Of(
            $":wave: *LockThat* tells who is using the things your team shares. It is an *honour system*: nothing is blocked, everybody can see who has what."
        );

    public Prose HelpLine(string example, CommandText text) =>
        Prose.Of($"• {Example(example)} — {new OwnWords(text.Does)}");

    public Prose HelpOn(string word, CommandText text, string example) =>
        Prose.Of(
            $"{Example($"/lockthat {word} {text.Arguments}".TrimEnd())} — {new OwnWords(text.Does)}. For example {Example(example)}."
        );

    public Prose HelpOnMore =>
        Prose.Of(
            $"{Example("/lockthat help more")} lists all commands, {Example("/lockthat help COMMAND")} explains one."
        );

    public Prose HelpOnCommand =>
        Prose.Of($"{Example("/lockthat help COMMAND")} explains one, such as {Example("/lockthat help queue")}.");

    public Prose HelpOnLocking => Prose.Of($"*Locks*");

    public Prose HelpOnWaiting => Prose.Of($"*Waiting for what another has*");

    public Prose HelpOnLooking => Prose.Of($"*Looking*");

    public Prose HelpOnManaging => Prose.Of($"*Resources*");

    public Prose HelpOnLengths =>
        Prose.Of(
            $"Lengths: {Example("45m")}, {Example("2h30m")}, {Example("1 day 12 hours")}, {Example("3 weeks")}; a bare number is minutes. Or say the end by your clock: {Example("until 17:30")}, {Example("until fri")}, {Example("until 24 dec noon")}, {Example("until eod")}. Without a length a lock lasts for the default time."
        );

    public CommandText HelpCommand { get; } = new("[COMMAND]", "this page; `help more` for all commands");

    public Prose UnknownWord(string typed) => Prose.Of($":grey_question: I don't know “{typed}”.");

    public Prose NameIsMissing => Prose.Of($":grey_question: The name is missing.");

    public Prose BadName(string typed, string why, string example) =>
        Prose.Of(
            $":warning: *Nothing was done:* “{typed}” can't be a name. {new OwnWords(why)} Try {Example(example)}."
        );

    public string NameIsEmpty => "There is nothing in it.";

    public string NameIsTooLong(int max) => $"It is too long: {max} characters at most, and fewer emoji.";

    public string NameHasSpaces => "A name has no spaces.";

    public string NameHasBackticks => "A name has no backticks.";

    public string NameIsInvisible => "It has characters that nobody can see.";

    public string NameIsMalformed => "It has broken characters.";

    public Prose BadDuration(Prose why, string example, string another) =>
        Prose.Of($":warning: *Nothing was done.* {why} Try {Example(example)} or {Example(another)}.");

    public Prose DurationIsMissing => Prose.Of($"By how long?");

    public Prose UnreadableDuration(string typed) => Prose.Of($"I can't read “{typed}” as a duration.");

    public Prose UnreadableMoment(string typed) =>
        Prose.Of(
            $"I can't read “{typed}” as a time or a day, such as {Example("17:30")}, {Example("fri 5pm")} or {Example("24 dec")}."
        );

    public Prose MomentHasPassed(string typed) => Prose.Of($"“{typed}” has passed.");

    public Prose NoSuchDay(string typed) => Prose.Of($"There is no “{typed}”: the date is another day of the week.");

    public Prose ZoneIsUnknown(string typed) =>
        Prose.Of(
            $"Slack does not tell me your time zone, so I can't tell when “{typed}” is. Say for how long instead."
        );

    public Prose DurationIsZero => Prose.Of($"A duration must be more than zero.");

    public Prose DurationIsNegative => Prose.Of($"A duration can't be negative.");

    public Prose DurationIsTooShort => Prose.Of($"A duration must be at least one second.");

    public Prose DurationIsTooLong => Prose.Of($"That is too long.");

    public Prose ReasonTooLong(int max, string example) =>
        Prose.Of(
            $":warning: *Nothing was done.* A reason can have {Number(max)} characters at most. Try {Example(example)}."
        );

    public Prose MessageTooLong(int max, string example) =>
        Prose.Of(
            $":warning: *Nothing was done.* A message can have {Number(max)} characters at most. Try {Example(example)}."
        );
}
