using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose NearCommand(string typed, IReadOnlyList<string> meant) =>
        Prose.Of($"{UnknownWord(typed)} {DidYouMean(meant)}");

    public Prose IsResource(string name, IReadOnlyList<string> meant) =>
        Prose.Of($":grey_question: {new CodeSpan(name)} is a resource, and no command. {DidYouMean(meant)}");

    public Prose UnclearDuration(string typed, IReadOnlyList<string> meant) =>
        Prose.Of($":grey_question: *Nothing was done:* {UnreadableDuration(typed)} {DidYouMean(meant)}");

    public Prose LockWhat(string typed, IReadOnlyList<string> meant) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* “{typed}” is a duration. What is to be locked for so long? {DidYouMean(meant)}"
        );

    public Prose JoinWhat(string typed, IReadOnlyList<string> meant, string example) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* “{typed}” is a duration. What do you want to wait for? {(meant.Count == 0 ? Prose.Of($"Try {Example(example)}.") : DidYouMean(meant))}"
        );

    public Prose ExtendWhat(string typed, IReadOnlyList<string> meant) =>
        Prose.Of(
            $":grey_question: *Nothing was done:* “{typed}” is a duration. What is to be extended by so long? {DidYouMean(meant)}"
        );

    public string LockSuggestion(string name, TimeSpan? length, string? reason) =>
        $"Lock {name}{For(length)}{Saying(reason)}";

    public string CreateSuggestion(string name) => $"Create {name}";

    public string OverrideSuggestion(string name, TimeSpan? length, string? reason) =>
        $"Take {name} over{For(length)}{Saying(reason)}";

    public string JoinSuggestion(string name, TimeSpan? length, string? reason) =>
        $"Join the line of {name}{For(length)}{Saying(reason)}";

    public string AskSuggestion(string name, TimeSpan? length, string? message) =>
        $"Ask for {name}{For(length)}{Saying(message)}";

    public string ExtendSuggestion(string name, TimeSpan by) => $"Extend {name} by {Length(by)}";

    private string For(TimeSpan? length) => length is { } time ? $" for {Length(time)}" : "";

    private static string Saying(string? reason) => reason is null ? "" : $" (“{reason}”)";

    private static Prose DidYouMean(IReadOnlyList<string> meant) =>
        Prose.Of($"Did you mean {Prose.Join(" or ", meant.Select(command => Prose.Of($"{Example(command)}")))}?");
}
