using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Commands;

/// <summary>The answer to words that are no valid command: the likely commands, as buttons that do them.</summary>
internal sealed class Guesses(LockService locks)
{
    private const int MostOwn = 3;
    private const int ShortestWord = 3;

    // When a word is equally near to two commands, a forgotten letter is likelier than an added one.
    private static readonly string[] CommandWords = [.. CommandCatalog.Words.OrderByDescending(word => word.Length)];

    /// <summary>The likely commands when a resource's name was typed in the place of the command; null when no resource
    /// has that name.</summary>
    /// <param name="name">The word in the command's place.</param>
    /// <param name="behind">The words behind it.</param>
    /// <param name="people">The people who are mentioned in them.</param>
    public async Task<Message?> AtResource(
        Asker asker,
        string name,
        string behind,
        IReadOnlyList<UserId> people,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(name) is not NameParse.Parsed parsed)
            return null;
        var meant = await locks.Meant(asker.Workspace, parsed.Name, cancellationToken);
        if (await locks.Find(asker.Workspace, meant, cancellationToken) is not { } found)
            return null;

        var typed = CommandBehind(name, behind, people) ?? CommandParser.Read($"lock {name} {behind}");
        var ask = ((typed as ParsedCommand.LengthAsName)?.AsTyped ?? typed).Of(found.Name);
        if (ask is ParsedCommand.UnclearDuration unclear)
            return At(asker, unclear);
        var words = asker.Reader.Words();
        var suggestion =
            ask is ParsedCommand.Do(var command) ? Suggestions.Of(words, command)
            : ask is ParsedCommand.Give or ParsedCommand.Show or ParsedCommand.History
                ? NamedFirst(found.Name, behind, people)
            : null;
        return suggestion is null
            ? CommandHelp.For(ask, words)
            : Replies.IsResource(words, found.Name.Display, suggestion);
    }

    /// <summary>The commands that are meant by a name that no resource has: the same for a name that is near, or the
    /// same for a new resource.</summary>
    /// <param name="typed">The command that was refused.</param>
    /// <param name="near">The names that are near.</param>
    public Task<Message> AtNearName(
        Asker asker,
        ResourceCommand typed,
        IReadOnlyList<ResourceName> near,
        CancellationToken cancellationToken
    )
    {
        var words = asker.Reader.Words();
        IEnumerable<Suggestion?> likely = near.Select(name => Suggestions.OfName(words, typed with { Name = name }));
        var mayCreate = asker.Reader.Rights is { CreatesByLocking: true } rights && rights.Has(Right.Create);
        var create =
            mayCreate && Suggestions.OfName(words, typed) is { } made
                ? made with
                {
                    Label = words.CreateSuggestion(typed.Name.Display),
                    Command = $"{new SuggestedCommand(made.Command, new Expected.New())}",
                }
                : null;
        return Drawn(
            asker,
            Replies.NearName(
                words,
                typed.Name.Display,
                [.. near.Select(name => name.Display)],
                [.. likely.Append(create).OfType<Suggestion>()]
            ),
            cancellationToken
        );
    }

    /// <summary>The likely commands for a word that is nearly one; null when it is near none.</summary>
    /// <param name="typed">All the words.</param>
    /// <param name="people">The people who are mentioned in them.</param>
    public static Message? AtNearCommand(IWording words, string typed, IReadOnlyList<UserId> people)
    {
        var (word, behind) = TypedText.FirstWord(Characters.Unquoted(TypedText.Trim(typed)));
        var bare = CommandParser.Bare(word).ToLowerInvariant();
        return
            Array.Find(CommandWords, command => IsNear(bare, command)) is { } meant
            && Suggestions.Of(meant, behind, people) is { } suggestion
            ? Replies.NearCommand(words, Characters.Excerpt(word), suggestion)
            : null;
    }

    /// <summary>The answer to a text that is plainly a length but cannot be read.</summary>
    public static Message At(Asker asker, ParsedCommand.UnclearDuration unclear) =>
        Replies.UnclearDuration(
            asker.Reader.Words(),
            unclear.Command,
            unclear.Name.Display,
            unclear.Typed,
            [
                .. unclear
                    .Meant.Where(command => Fits(asker, command))
                    .Select(command => Suggested(asker, command))
                    .OfType<Suggestion>(),
            ]
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
                return Replies.LockWhat(words, ask.Typed, ToLock(asker, ask));
            case CommandWord.Queue or CommandWord.Ask:
                return Replies.JoinWhat(words, ask.Typed, [.. Named(asker, ask)]);
            default:
                var meant = await ToExtend(asker, ask, cancellationToken);
                return meant is [] ? null : Replies.ExtendWhat(words, ask.Typed, meant);
        }
    }

    /// <summary>The same message, whose buttons remember the state of the resource that they are drawn for.</summary>
    public async Task<Message> Drawn(Asker asker, Message message, CancellationToken cancellationToken)
    {
        if (message.Blocks is not { Count: > 0 } blocks || blocks[^1] is not ActionsBlock buttons)
            return message;
        var drawn = new List<IActionsElement>();
        foreach (var element in buttons.Elements)
        {
            drawn.Add(
                element is Button { Value: { } words } button
                && button.ActionId.StartsWith(Ids.Actions.Command, StringComparison.Ordinal)
                    ? button with
                    {
                        Value = $"{await Drawn(asker, words, cancellationToken)}",
                    }
                    : element
            );
        }

        return message with
        {
            Blocks = [.. blocks.SkipLast(1), buttons with { Elements = drawn }],
        };
    }

    private async Task<SuggestedCommand> Drawn(Asker asker, string words, CancellationToken cancellationToken)
    {
        if (SuggestedCommand.Read(words) is { Expected: Expected.New } creating)
            return creating;
        if (CommandParser.Read(words).About is not { } name)
            return new(words, Expected.Anything);
        var meant = await locks.Meant(asker.Workspace, name, cancellationToken);
        return SuggestedCommand.For(words, await locks.Find(asker.Workspace, meant, cancellationToken));
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
                .Lengths.Select(length => (wish with { Length = length }).Command)
                .Where(command => Fits(asker, command))
                .Select(what => Suggestions.Of(asker.Reader.Words(), what))
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
                .SelectMany(own => ask.Lengths.Select(length => new Extend(own.Name, length, Expected.Anything)))
                .Where(command => Fits(asker, command))
                .Take(MostOwn)
                .Select(extend => Suggestions.Of(asker.Reader.Words(), extend))
                .OfType<Suggestion>(),
        ];
    }

    // "test-site unlock". A reason may begin with such a word as well.
    private static ParsedCommand? CommandBehind(string name, string behind, IReadOnlyList<UserId> people)
    {
        var (word, rest) = TypedText.FirstWord(behind);
        if (CommandParser.WordOf(word) is not { } command)
            return null;

        var isAll = rest.Length == 0 || CommandParser.IsOverride(rest);
        // A name that is no mention is one word, and is asked for in the form.
        var isForOne = people.Count == 1 || TypedText.Words(rest).Length < 2;
        var ask = CommandParser.Read($"{CommandCatalog.Of(command).Word} {name} {rest}");
        if (ask is ParsedCommand.Give give && people.Count > 1)
            return new ParsedCommand.GiveToSeveral(give.Name);
        return
            ask is ParsedCommand.Do { Command: Lock or Override or Extend or Join or Ask }
            || (
                isAll
                && ask
                    is ParsedCommand.Do { Command: Unlock or Delete or Leave }
                        or ParsedCommand.Show
                        or ParsedCommand.History
            )
            || (isForOne && ask is ParsedCommand.Give)
            ? ask
            : null;
    }

    // The same words with the name behind the command.
    private static Suggestion? NamedFirst(ResourceName name, string behind, IReadOnlyList<UserId> people)
    {
        var (word, rest) = TypedText.FirstWord(behind);
        return CommandParser.WordOf(word) is { } command
            ? Suggestions.Of(CommandCatalog.Of(command).Word, $"{name} {rest}", people)
            : null;
    }

    private static bool Fits(Asker asker, ResourceCommand command) =>
        (TypedWish.Of(command)?.Length ?? (command as Extend)?.By) is not { } length
        || length <= asker.Reader.Rules.MaxDuration;

    // When the typed text is the reason, the lock has the default length, and the button says so.
    private static Suggestion? Suggested(Asker asker, ResourceCommand command) =>
        TypedWish.Of(command) is { Length: null } typed
            ? Suggestions.Of(
                asker.Reader.Words(),
                (typed with { Length = asker.Reader.Rules.DefaultDuration }).Command,
                withReason: true
            )
            : Suggestions.Of(asker.Reader.Words(), command);

    /// <summary>Whether one letter is wrong, missing, too many or swapped with its neighbour.</summary>
    private static bool IsNear(string word, string command)
    {
        if (word.Length < ShortestWord || Math.Abs(word.Length - command.Length) > 1)
            return false;

        var same = word.AsSpan().CommonPrefixLength(command);
        var (typed, meant) = (word[same..], command[same..]);
        return typed.Length > meant.Length ? typed[1..] == meant
            : typed.Length < meant.Length ? typed == meant[1..]
            : typed.Length == 0
                || typed[1..] == meant[1..]
                || (typed.Length > 1 && typed[0] == meant[1] && typed[1] == meant[0] && typed[2..] == meant[2..]);
    }
}
