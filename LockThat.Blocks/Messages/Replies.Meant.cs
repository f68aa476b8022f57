using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>A command that was probably meant.</summary>
/// <param name="Label">The label of the button; shortened where Slack asks for it.</param>
/// <param name="Command">The words behind <c>/lockthat</c>, at most <see cref="Limits.ButtonValue"/>
/// characters.</param>
public sealed record Suggestion(string Label, string Command)
{
    /// <summary>The words as they are shown: a mention of a person in them would be no words.</summary>
    public string Shown { get; init; } = Command;
}

public static partial class Replies
{
    // Several of them stand in one text.
    private const int CommandShown = 150;

    /// <summary>A word that is nearly a command.</summary>
    public static Message NearCommand(IWording words, string typed, Suggestion meant) =>
        Meant(words.NearCommand(typed, Shown([meant])), [meant]);

    /// <summary>A name that no resource has, and that may be a mistake.</summary>
    /// <param name="name">The typed name.</param>
    /// <param name="near">Names that are easily mistaken for it, at least one.</param>
    /// <param name="meant">The commands for these names, and the one that creates the typed one.</param>
    public static Message NearName(
        IWording words,
        string name,
        IReadOnlyList<string> near,
        IReadOnlyList<Suggestion> meant
    ) => Meant(words.NearName(name, near), meant);

    /// <summary>A resource in a command's place.</summary>
    public static Message IsResource(IWording words, string name, Suggestion meant) =>
        Meant(words.IsResource(name, Shown([meant])), [meant]);

    /// <summary>The answer to a text that is plainly a duration but cannot be read.</summary>
    /// <param name="command">The command, for the example.</param>
    /// <param name="name">The resource.</param>
    /// <param name="typed">The typed text.</param>
    /// <param name="meant">The likely commands, the likeliest first; with none, there are examples.</param>
    public static Message UnclearDuration(
        IWording words,
        CommandWord command,
        string name,
        string typed,
        IReadOnlyList<Suggestion> meant
    ) =>
        meant.Count == 0
            ? BadDuration(words, command, name, words.UnreadableDuration(typed))
            : Meant(words.Unclear(words.UnreadableDuration(typed), Shown(meant)), meant);

    /// <summary>The answer to a moment that cannot be read, or cannot be meant.</summary>
    /// <param name="command">The command, for the example.</param>
    /// <param name="name">The resource.</param>
    /// <param name="why">The mistake.</param>
    /// <param name="meant">The likely commands, the likeliest first; with none, there are examples.</param>
    public static Message UnclearMoment(
        IWording words,
        CommandWord command,
        string name,
        Prose why,
        IReadOnlyList<Suggestion> meant
    ) =>
        meant.Count == 0
            ? Say(
                words.BadDuration(
                    why,
                    Example(command, $"{name} {CommandCatalog.UntilTime}"),
                    Example(command, $"{name} {CommandCatalog.UntilDay}")
                )
            )
            : Meant(words.Unclear(why, Shown(meant)), meant);

    /// <summary>A duration where the name of what is to be locked must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment.</param>
    /// <param name="meant">The likely commands, the likeliest first.</param>
    public static Message LockWhat(IWording words, string typed, bool isMoment, IReadOnlyList<Suggestion> meant) =>
        Meant(words.LockWhat(typed, isMoment, Shown(meant)), meant);

    /// <summary>A duration where the name of what is to be waited for must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment.</param>
    /// <param name="meant">The likely commands, the likeliest first; with none, there is an example.</param>
    public static Message JoinWhat(IWording words, string typed, bool isMoment, IReadOnlyList<Suggestion> meant) =>
        Meant(words.JoinWhat(typed, isMoment, Shown(meant), CommandCatalog.Of(CommandWord.Queue).Example), meant);

    /// <summary>A duration where the name of what is to be asked for must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment.</param>
    /// <param name="meant">The likely commands, the likeliest first; with none, there is an example.</param>
    public static Message AskWhat(IWording words, string typed, bool isMoment, IReadOnlyList<Suggestion> meant) =>
        Meant(words.AskWhat(typed, isMoment, Shown(meant), CommandCatalog.Of(CommandWord.Ask).Example), meant);

    /// <summary>A duration where the name of what is to be extended must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment.</param>
    /// <param name="meant">The likely commands, the likeliest first.</param>
    public static Message ExtendWhat(IWording words, string typed, bool isMoment, IReadOnlyList<Suggestion> meant) =>
        Meant(words.ExtendWhat(typed, isMoment, Shown(meant)), meant);

    private static string[] Shown(IReadOnlyList<Suggestion> meant) =>
        [.. meant.Select(one => Cut.To($"/lockthat {one.Shown}", CommandShown))];

    private static Message Meant(Prose said, IReadOnlyList<Suggestion> meant) =>
        One(
            said,
            [
                .. meant.Select(
                    (one, number) =>
                        new Button
                        {
                            ActionId = $"{Ids.Actions.Command}{number}",
                            Text = new PlainText(Cut.To(one.Label, Limits.ButtonText)) { Emoji = false },
                            Value = one.Command,
                        }
                ),
            ]
        );
}
