using System.Diagnostics;
using LockThat.App.Entrances.Forms;
using LockThat.App.Entrances.Gifts;
using LockThat.App.Entrances.Past;
using LockThat.App.Entrances.Rules;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances.Commands;

/// <summary>The slash command: typed words in, one message out. A button that carries such words does the
/// same.</summary>
internal sealed class SlashCommands(
    LockService locks,
    ModalOpener openings,
    ResultPlacement feedback,
    HistoryPages history,
    Receivers receivers,
    MentionedPeople mentioned,
    RulePages rules,
    TypedMoments moments
)
{
    private readonly Guesses _guesses = new(locks);
    private readonly Listings _lists = new(locks);
    private readonly RecentAnswers _pressed = new();

    public async Task<SlackResponse> Handle(SlackRequest.SlashCommand command, CancellationToken cancellationToken)
    {
        // Slack never delivers a command twice, so each one has an id of its own, even when a person repeats the same
        // words.
        var asker = new Asker(
            command.Workspace,
            command.User,
            RequestId.Of(command.TriggerId, Guid.CreateVersion7().ToString())
        )
        {
            Reader = await locks.ReaderOf(command.Workspace, command.User, cancellationToken),
        };
        var typed = await Typed(asker, command.Text, cancellationToken);
        return typed.Ask switch
        {
            ParsedCommand.LockForm => ModalOpener.Lock(command, asker.Reader),
            ParsedCommand.CreateForm => ModalOpener.Create(command),
            ParsedCommand.Settings => await rules.Open(command, asker, cancellationToken),
            ParsedCommand.Show(var name) => await openings.Details(command, asker, name, cancellationToken),
            ParsedCommand.Give(var name, _, { } to) => new(
                new Ack.OfMessage(await receivers.Give(asker, name, to, Expected.Anything, cancellationToken))
            ),
            ParsedCommand.Give(var name, _, _) => await openings.Give(command, asker, name, cancellationToken),
            ParsedCommand.ExtendForm => ModalOpener.Extend(
                command,
                asker.Reader,
                await _lists.Own(asker, cancellationToken)
            ),
            var ask => new(
                new Ack.OfMessage(await Reply(asker, ask, typed.Text, Expected.Anything, cancellationToken))
            ),
        };
    }

    /// <summary>A button that carries a command was pressed. However often Slack delivers the press, the work is done
    /// once.</summary>
    public async Task<SlackResponse> Handle(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var (text, place) = (click.Action.Value ?? "", click.Container as Container.Message);
        var request = RequestId.Of(
            "command",
            click.Workspace.Team.Value,
            click.User.Value,
            place?.ChannelId ?? "",
            place?.Ts ?? click.TriggerId,
            click.Action.ActionId,
            text
        );
        var asker = new Asker(click.Workspace, click.User, request)
        {
            Reader = await locks.ReaderOf(click.Workspace, click.User, cancellationToken),
        };
        var suggested = SuggestedCommand.Read(text);
        return WithPeople(CommandParser.Read(suggested.Words), suggested.Words) switch
        {
            ParsedCommand.LockForm => ModalOpener.LockAny(click, asker.Reader),
            ParsedCommand.CreateForm => ModalOpener.Create(click),
            ParsedCommand.Settings => await rules.Open(click, cancellationToken),
            ParsedCommand.Show(var typed)
                when await locks.Meant(asker.Workspace, typed, cancellationToken) is var name => await openings.Details(
                new(click, asker, name, new(name.Display)),
                cancellationToken
            ),
            ParsedCommand.Give(var name, _, null) => await openings.Give(
                new(click, asker, name, new(name.Display)),
                cancellationToken
            ),
            ParsedCommand.ExtendForm => await openings.ExtendAny(
                click,
                asker,
                await _lists.Own(asker, cancellationToken),
                cancellationToken
            ),
            var ask => await feedback.Tell(
                click,
                asker,
                await _pressed.Once(
                    request,
                    () => Reply(asker, ask, suggested.Words, suggested.Expected, cancellationToken)
                ),
                cancellationToken
            ),
        };
    }

    /// <summary>The typed text, as the person saw it.</summary>
    private async Task<(ParsedCommand Ask, string Text)> Typed(
        Asker asker,
        string escaped,
        CancellationToken cancellationToken
    )
    {
        var text = SlackText.Plain(escaped);
        var ask = CommandParser.Read(text);
        if (!escaped.Contains('<', StringComparison.Ordinal))
            return (ask, text);

        // A channel or a person in the place of the name means the resource #label or @label, if there is one.
        var signed = CommandParser.Read(SlackText.Plain(escaped, withSigns: true)).About;
        ask = await mentioned.Name(asker.Workspace, WithPeople(ask, escaped), escaped, cancellationToken);
        return
            signed is not null
            && signed != ask.About
            && await locks.Find(asker.Workspace, signed, cancellationToken) is { } found
            ? (ask.Of(found.Name), text)
            : (ask, text);
    }

    // The people who are mentioned behind the name. The name of the resource may be a mention, too.
    private static ParsedCommand WithPeople(ParsedCommand ask, string escaped)
    {
        if (ask is not (ParsedCommand.Give { IsNamed: true } or ParsedCommand.Help { UnknownWord: not null }))
            return ask;
        var mentions = SlackText.Mentions(TypedText.BehindName(escaped));
        UserId[] people = [.. mentions.Select(mention => new UserId(mention.Id)).Distinct()];
        return (ask, people) switch
        {
            (ParsedCommand.Help help, _) => help with { People = people },
            (ParsedCommand.Give give, [var only]) => give with { To = only },
            (ParsedCommand.Give give, [_, _, ..]) => new ParsedCommand.GiveToSeveral(give.Name),
            _ => ask,
        };
    }

    private async Task<Message> Reply(
        Asker asker,
        ParsedCommand ask,
        string text,
        Expected shown,
        CancellationToken cancellationToken
    ) =>
        ask switch
        {
            ParsedCommand.Do(var command) => await Execute(asker, ask, command.DrawnFor(shown), cancellationToken),
            ParsedCommand.Until(var wish) => await Until(asker, wish, shown, cancellationToken),
            ParsedCommand.Give(var name, _, { } to) => await receivers.Give(asker, name, to, shown, cancellationToken),
            ParsedCommand.UnlockAny => await UnlockAny(asker, cancellationToken),
            ParsedCommand.LeaveAny => await LeaveAny(asker, cancellationToken),
            ParsedCommand.List(var filter) => await _lists.All(asker, filter, cancellationToken),
            ParsedCommand.Mine => await _lists.Mine(asker, cancellationToken),
            ParsedCommand.Waits => Replies.Waits(asker.Reader.Words(), await _lists.Awaited(asker, cancellationToken)),
            ParsedCommand.History(var name) => await history.Answer(asker, name, cancellationToken),
            ParsedCommand.UnclearDuration unclear => await _guesses.Drawn(
                asker,
                Guesses.At(asker, unclear),
                cancellationToken
            ),
            ParsedCommand.UnclearMoment unclear => await _guesses.Drawn(
                asker,
                Guesses.At(asker, unclear),
                cancellationToken
            ),
            ParsedCommand.LengthAsName length => await _guesses.AtLength(asker, length, cancellationToken) is { } meant
                ? await _guesses.Drawn(asker, meant, cancellationToken)
                : await Reply(asker, length.AsTyped, text, shown, cancellationToken),
            ParsedCommand.Help { UnknownWord: not null, People: var people } => await Meant(
                asker,
                text,
                people,
                cancellationToken
            )
                is { } meant
                ? await _guesses.Drawn(asker, meant, cancellationToken)
                : CommandHelp.For(ask, asker.Reader.Words()),
            _ => CommandHelp.For(ask, asker.Reader.Words()),
        };

    private async Task<Message> Until(
        Asker asker,
        TypedWish wish,
        Expected shown,
        CancellationToken cancellationToken
    ) =>
        await moments.Read(asker, wish, cancellationToken) switch
        {
            WishRead.Ending(var command, var asked) => await Execute(
                asker,
                asked,
                command.DrawnFor(shown),
                cancellationToken
            ),
            WishRead.Unclear(var why, var nearest) => await _guesses.Drawn(
                asker,
                Guesses.AtMoment(asker, wish, why, nearest),
                cancellationToken
            ),
            WishRead.InNoZone => Replies.BadDuration(
                asker.Reader.Words(),
                wish.Word,
                wish.Name.Display,
                asker.Reader.Words().ZoneIsUnknown(wish.Until?.Words ?? "")
            ),
            _ => throw new UnreachableException(),
        };

    private Task<Message> Execute(Asker asker, ResourceCommand command, CancellationToken cancellationToken) =>
        Execute(asker, new ParsedCommand.Do(command), command, cancellationToken);

    /// <param name="asked">The command as a button for another resource would carry it.</param>
    private async Task<Message> Execute(
        Asker asker,
        ParsedCommand asked,
        ResourceCommand typed,
        CancellationToken cancellationToken
    )
    {
        var command = typed with { Name = await locks.Meant(asker.Workspace, typed.Name, cancellationToken) };
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome is Outcome.Refused(Refusal.NearName(var near), _)
            ? await _guesses.AtNearName(asker, asked, command.Name, near, cancellationToken)
            : OutcomeMessages.Of(command, outcome, asker.Reader, asker.Reader.Rules);
    }

    // A resource's name counts before a word that is nearly a command.
    private async Task<Message?> Meant(
        Asker asker,
        string text,
        IReadOnlyList<UserId> people,
        CancellationToken cancellationToken
    )
    {
        var (first, behind) = TypedText.First(TypedText.Trim(text));
        return await _guesses.AtResource(asker, first, behind, people, cancellationToken)
            ?? Guesses.AtNearCommand(asker.Reader.Words(), text, people);
    }

    private async Task<Message> UnlockAny(Asker asker, CancellationToken cancellationToken)
    {
        var board = await locks.List(asker.Workspace, cancellationToken);
        return board.Resources.HeldBy(asker.Actor) switch
        {
            [] => Replies.Mine(asker.Reader.Words(), [], []),
            [var only] => await Execute(
                asker,
                new Unlock(only.Name, IsOverride: false, Expected.Anything),
                cancellationToken
            ),
            _ => Replies.UnlockWhich(asker.Reader.Words(), ResourceLines.Own(board, asker.Reader, asker.Reader.Rules)),
        };
    }

    private async Task<Message> LeaveAny(Asker asker, CancellationToken cancellationToken)
    {
        var words = asker.Reader.Words();
        return await _lists.Awaited(asker, cancellationToken) switch
        {
            [] => Replies.Waits(words, []),
            [var only] => await Execute(asker, new Leave(ResourceName.Of(only.Name)), cancellationToken),
            var several => Replies.LeaveWhich(words, several),
        };
    }
}
