using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>A command that was probably meant.</summary>
/// <param name="Label">What the button says; shortened where Slack asks for it.</param>
/// <param name="Command">The words behind <c>/lockthat</c>, at most <see cref="Limits.ButtonValue"/>
/// characters.</param>
public sealed record Suggestion(string Label, string Command);

public static partial class Replies
{
    // Several of them stand in one text.
    private const int CommandShown = 150;

    /// <summary>A word that is nearly a command.</summary>
    public static Message NearCommand(string typed, Suggestion meant) =>
        Meant(Prose.Of($":grey_question: I don't know “{typed}”."), [meant]);

    /// <summary>A resource in a command's place.</summary>
    public static Message IsResource(string name, Suggestion meant) =>
        Meant(Prose.Of($":grey_question: {new CodeSpan(name)} is a resource, and no command."), [meant]);

    /// <summary>What is plainly meant as a duration and cannot be read.</summary>
    /// <param name="command">The command's word, for the example.</param>
    /// <param name="name">The resource.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="meant">What may be meant, the likeliest first; with none, there are examples.</param>
    public static Message UnclearDuration(string command, string name, string typed, IReadOnlyList<Suggestion> meant) =>
        meant.Count == 0
            ? BadDuration(command, name, $"I can't read “{typed}” as a duration.")
            : Meant(Prose.Of($":grey_question: *Nothing was done:* I can't read “{typed}” as a duration."), meant);

    /// <summary>A duration where the name is to be.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="question">What to ask, in our words.</param>
    /// <param name="meant">What may be meant, the likeliest first.</param>
    public static Message LengthAsName(string typed, string question, IReadOnlyList<Suggestion> meant) =>
        Meant(
            Prose.Of($":grey_question: *Nothing was done:* “{typed}” is a duration. {new OwnWords(question)}"),
            meant
        );

    private static Message Meant(Prose said, IReadOnlyList<Suggestion> meant)
    {
        var commands = Prose.Join(
            " or ",
            meant.Select(one => Prose.Of($"{Example(Cut.To($"/lockthat {one.Command}", CommandShown))}"))
        );
        return One(
            Prose.Of($"{said} Did you mean {commands}?"),
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
}
