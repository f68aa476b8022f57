using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Time.Moments;
using LockThat.App.Surfaces;
using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances.Commands;

// A length that cannot be read, or stands in the place of the name.
internal sealed partial class Guesses
{
    /// <summary>The answer to a text that is plainly a length but cannot be read.</summary>
    public static Message At(Asker asker, ParsedCommand.UnclearDuration unclear) =>
        Replies.UnclearDuration(
            asker.Reader.Words(),
            unclear.Command,
            unclear.Name.Display,
            unclear.Typed,
            Suggested(asker, unclear.Meant.Select(command => new ParsedCommand.Do(command)))
        );

    /// <summary>The answer to a text that is plainly a moment but cannot be read.</summary>
    public static Message At(Asker asker, ParsedCommand.UnclearMoment unclear) =>
        Replies.UnclearMoment(
            asker.Reader.Words(),
            unclear.Command,
            unclear.Name.Display,
            asker.Reader.Words().UnreadableMoment(unclear.Typed),
            Suggested(asker, unclear.Meant)
        );

    /// <summary>The answer to a moment that can be read and cannot be meant.</summary>
    /// <param name="why">The mistake.</param>
    /// <param name="nearest">The likely moments.</param>
    public static Message AtMoment(Asker asker, TypedWish wish, Prose why, IEnumerable<Moment> nearest) =>
        Replies.UnclearMoment(
            asker.Reader.Words(),
            wish.Word,
            wish.Name.Display,
            why,
            Suggested(asker, nearest.Select(moment => (wish with { Until = moment }).Asked))
        );

    /// <summary>The answer to a length in the place of the name; null when it is the name of a resource, or nothing
    /// likely can be offered.</summary>
    public async Task<Message?> AtLength(
        Asker asker,
        ParsedCommand.LengthAsName ask,
        CancellationToken cancellationToken
    )
    {
        if (ask.AsTyped.About is { } name && await locks.Find(asker.Workspace, name, cancellationToken) is not null)
            return null;

        var words = asker.Reader.Words();
        switch (ask.Command)
        {
            case CommandWord.Lock:
                return Replies.LockWhat(words, ask.Typed, ask.IsMoment, ToLock(asker, ask));
            case CommandWord.Queue:
                return Replies.JoinWhat(words, ask.Typed, ask.IsMoment, [.. Named(asker, ask)]);
            case CommandWord.Ask:
                return Replies.AskWhat(words, ask.Typed, ask.IsMoment, [.. Named(asker, ask)]);
            default:
                var meant = await ToExtend(asker, ask, cancellationToken);
                return meant is [] ? null : Replies.ExtendWhat(words, ask.Typed, ask.IsMoment, meant);
        }
    }

    private static List<Suggestion> ToLock(Asker asker, ParsedCommand.LengthAsName ask)
    {
        var words = asker.Reader.Words();
        ResourceCommand[] create = ask.AsTyped.About is { } name ? [new Create(name)] : [];
        return
        [
            .. Named(asker, ask)
                .Append(new(words.LockAnyButton, CommandCatalog.Of(CommandWord.Lock).Word))
                .Concat(create.Select(what => Suggestions.Of(words, what)))
                .OfType<Suggestion>(),
        ];
    }

    private static IEnumerable<Suggestion> Named(Asker asker, ParsedCommand.LengthAsName ask) =>
        ask.Named is { } wish
            ? ask
                .Lengths.Select(length => wish.For(length).Asked)
                .Where(asked => Fits(asker, asked))
                .Select(asked => Suggestions.Of(asker.Reader.Words(), asked))
                .OfType<Suggestion>()
            : [];

    private async Task<List<Suggestion>> ToExtend(
        Asker asker,
        ParsedCommand.LengthAsName ask,
        CancellationToken cancellationToken
    )
    {
        var board = await locks.List(asker.Workspace, cancellationToken);
        return
        [
            .. board
                .Resources.HeldBy(asker.Actor)
                .Take(MostOwn)
                .SelectMany(own =>
                    ask.Lengths.Select(length => new TypedWish(CommandWord.Extend, own.Name).For(length).Asked)
                )
                .Where(asked => Fits(asker, asked))
                .Take(MostOwn)
                .Select(extend => Suggestions.Of(asker.Reader.Words(), extend))
                .OfType<Suggestion>(),
        ];
    }

    private static bool Fits(Asker asker, ParsedCommand asked) =>
        TypedWish.In(asked)?.Length is not { } length || length <= asker.Reader.Rules.MaxDuration;

    private static List<Suggestion> Suggested(Asker asker, IEnumerable<ParsedCommand> meant) =>
        [.. meant.Where(asked => Fits(asker, asked)).Select(asked => Suggested(asker, asked)).OfType<Suggestion>()];

    // When the typed text is the reason, the lock has the default length, and the button says so.
    private static Suggestion? Suggested(Asker asker, ParsedCommand asked) =>
        TypedWish.In(asked) is { Length: null, Until: null } typed
            ? Suggestions.Of(
                asker.Reader.Words(),
                (typed with { Length = asker.Reader.Rules.DefaultDuration }).Command,
                withReason: true
            )
            : Suggestions.Of(asker.Reader.Words(), asked);
}
