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
internal sealed partial class Guesses(LockService locks)
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
        if (ask is ParsedCommand.UnclearMoment unknown)
            return At(asker, unknown);
        var words = asker.Reader.Words();
        var suggestion =
            ask is ParsedCommand.Do or ParsedCommand.Until ? Suggestions.Of(words, ask)
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
    /// <param name="name">The name that no resource has.</param>
    /// <param name="near">The names that are near.</param>
    public Task<Message> AtNearName(
        Asker asker,
        ParsedCommand typed,
        ResourceName name,
        IReadOnlyList<ResourceName> near,
        CancellationToken cancellationToken
    )
    {
        var words = asker.Reader.Words();
        IEnumerable<Suggestion?> likely = near.Select(one => Suggestions.OfName(words, typed.Of(one)));
        var mayCreate = asker.Reader.Rights is { CreatesByLocking: true } rights && rights.Has(Right.Create);
        var create =
            mayCreate && Suggestions.OfName(words, typed) is { } made
                ? made with
                {
                    Label = words.CreateSuggestion(name.Display),
                    Command = $"{new SuggestedCommand(made.Command, new Expected.New())}",
                }
                : null;
        return Drawn(
            asker,
            Replies.NearName(
                words,
                name.Display,
                [.. near.Select(one => one.Display)],
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
            ask is ParsedCommand.Do { Command: Lock or Override or Extend or Join or Ask } or ParsedCommand.Until
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
