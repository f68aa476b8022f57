using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose NearCommand(string typed, IReadOnlyList<string> meant) =>
        Prose.Of($"{UnknownWord(typed)} {DidYouMean(meant)}");

    public Prose IsResource(string name, IReadOnlyList<string> meant) =>
        Prose.Of($":grey_question: {new CodeSpan(name)} is a resource, and no command. {DidYouMean(meant)}");

    public Prose Unclear(Prose why, IReadOnlyList<string> meant) =>
        Prose.Of($":grey_question: *Nothing was done:* {why} {DidYouMean(meant)}");

    public Prose LockWhat(string typed, bool isMoment, IReadOnlyList<string> meant) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* {Nameless(typed, isMoment)} What is to be locked {(isMoment ? Prose.Of($"until then") : Prose.Of($"for so long"))}? {DidYouMean(meant)}"
        );

    public Prose JoinWhat(string typed, bool isMoment, IReadOnlyList<string> meant, string example) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* {Nameless(typed, isMoment)} What do you want to wait for? {MeantOr(meant, example)}"
        );

    public Prose AskWhat(string typed, bool isMoment, IReadOnlyList<string> meant, string example) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* {Nameless(typed, isMoment)} What do you want to ask for? {MeantOr(meant, example)}"
        );

    public Prose ExtendWhat(string typed, bool isMoment, IReadOnlyList<string> meant) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* {Nameless(typed, isMoment)} What is to be extended {(isMoment ? Prose.Of($"until then") : Prose.Of($"by so long"))}? {DidYouMean(meant)}"
        );

    public string LockSuggestion(string name, TypedLengthLine length, string? reason) =>
        $"Lock {name}{For(length)}{Saying(reason)}";

    public string CreateSuggestion(string name) => $"Create {name}";

    public string OverrideSuggestion(string name, TypedLengthLine length, string? reason) =>
        $"Take {name} over{For(length)}{Saying(reason)}";

    public string JoinSuggestion(string name, TypedLengthLine length, string? reason) =>
        $"Join the line of {name}{For(length)}{Saying(reason)}";

    public string AskSuggestion(string name, TypedLengthLine length, string? message) =>
        $"Ask for {name}{For(length)}{Saying(message)}";

    public string ExtendSuggestion(string name, TypedLengthLine length) =>
        length.Time is { } by ? $"Extend {name} by {Length(by)}" : $"Extend {name}{For(length)}";

    private string For(TypedLengthLine length) =>
        length switch
        {
            { Until: { } moment } => $" until {moment}",
            { Time: { } time } => $" for {Length(time)}",
            _ => "",
        };

    private static Prose Nameless(string typed, bool isMoment) =>
        isMoment ? Prose.Of($"“{typed}” is a time.") : Prose.Of($"“{typed}” is a duration.");

    private static string Saying(string? reason) => reason is null ? "" : $" (“{reason}”)";

    private static Prose MeantOr(IReadOnlyList<string> meant, string example) =>
        meant.Count == 0 ? Prose.Of($"Try {Example(example)}.") : DidYouMean(meant);

    private static Prose DidYouMean(IReadOnlyList<string> meant) =>
        Prose.Of($"Did you mean {Prose.Join(" or ", meant.Select(command => Prose.Of($"{Example(command)}")))}?");
}
