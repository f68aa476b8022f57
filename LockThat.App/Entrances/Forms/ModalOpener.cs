using LockThat.App.Entrances.Details;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances.Forms;

/// <summary>Opens a form from a button, a command or a shortcut, and remembers where its result is shown.</summary>
internal sealed partial class ModalOpener(LockService locks, ResultPlacement feedback, DetailsPage details)
{
    public static SlackResponse Create(SlackRequest.BlockActionRequest click) =>
        Open(click, CreateModal.For(Reader.Of(click.User).Words(), Memory(click)));

    public static SlackResponse LockAny(SlackRequest.BlockActionRequest click, Reader reader) =>
        Open(click, LockModal.For(reader.Words(), Memory(click), ModalDrawer.LimitsOf(reader)));

    public async Task<SlackResponse> Lock(ResourceClick on, CancellationToken cancellationToken) =>
        Open(
            on.Request,
            ModalDrawer.ToLock(
                Memory(on.Request) with
                {
                    Exists = true,
                },
                await locks.Find(on.Asker.Workspace, on.Name, cancellationToken),
                on.Name.Display,
                on.Asker.Reader
            )
        );

    public Task<SlackResponse> Extend(ResourceClick on, CancellationToken cancellationToken) =>
        OpenOrTell(
            on,
            (present, _) =>
                present?.Lease is { } lease && lease.Holder == on.Asker.Actor && lease.Id.Value == on.Drawn.Lease
                    ? ExtendModal.For(
                        on.Asker.Reader.Words(),
                        Memory(on.Request),
                        LineOf(present, on.Asker),
                        ModalDrawer.LimitsOf(on.Asker.Reader)
                    )
                    : null,
            cancellationToken
        );

    public Task<SlackResponse> Join(ResourceClick on, CancellationToken cancellationToken) =>
        OpenOrTell(
            on,
            (present, now) =>
                present is null
                    ? null
                    : ModalDrawer.ToJoin(
                        MemoryOfDrawn(on),
                        present,
                        now,
                        on.Name.Display,
                        on.Asker.Reader,
                        Wish(on.Drawn, present, on.Request.User)
                    ),
            cancellationToken
        );

    // The wish of before, unless the person is in line again with another one.
    private static JoinModal.Answers? Wish(ButtonValue drawn, Resource present, UserId user) =>
        drawn.Length is { } length && present.Line.Of(user) is null
            ? new(
                new(length, Until: null, IsCustom: false),
                drawn.Reason,
                IsLengthTouched: false,
                IsReasonTouched: false
            )
            : null;

    public Task<SlackResponse> Override(ResourceClick on, CancellationToken cancellationToken) =>
        OpenOrTell(
            on,
            (present, _) =>
                present?.Lease?.Holder == on.Asker.Actor || present?.IsTurnOf(on.Asker.Actor) == true
                    ? null
                    : ModalDrawer.ToOverride(MemoryOfDrawn(on), present, on.Name.Display, on.Asker.Reader),
            cancellationToken
        );

    public async Task<SlackResponse> Delete(ResourceClick on, CancellationToken cancellationToken)
    {
        var present = await locks.Find(on.Asker.Workspace, on.Name, cancellationToken);
        var words = on.Asker.Reader.Words();
        var line = present is null ? null : LineOf(present, on.Asker);
        return Open(
            on.Request,
            present is not null && line is { IsOfAnother: false }
                ? DeleteModal.For(words, Memory(on.Request), line, present.Watchers.Length)
                : ResultModal.For(
                    words,
                    line is null
                        ? Replies.Say(words.Gone(on.Name.Display))
                        : Replies.About(words, line, words.NotDeleted)
                )
        );
    }

    /// <summary>The page of a resource, from the menu of its row.</summary>
    public async Task<SlackResponse> Details(ResourceClick on, CancellationToken cancellationToken) =>
        await details.Draw(
            Memory(on.Request),
            on.Asker.Workspace,
            on.Asker.Reader,
            on.Name,
            said: null,
            cancellationToken
        )
            is { } page
            ? Open(on.Request, page)
            : await feedback.Tell(on.Request, on.Asker, Present(on, null), cancellationToken);

    /// <summary>The choice of one of the asker's locks in the form.</summary>
    public async Task<SlackResponse> ExtendAny(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        IReadOnlyList<ResourceLine> own,
        CancellationToken cancellationToken
    ) =>
        own.Count == 0
            ? await feedback.Tell(click, asker, Replies.Mine(asker.Reader.Words(), own, []), cancellationToken)
            : Open(
                click,
                ExtendModal.For(asker.Reader.Words(), Memory(click), own, ModalDrawer.LimitsOf(asker.Reader))
            );

    /// <summary><c>lock</c> with nothing behind it.</summary>
    public static SlackResponse Lock(SlackRequest.SlashCommand command, Reader reader) =>
        Open(command, LockModal.For(reader.Words(), Memory(command), ModalDrawer.LimitsOf(reader)));

    /// <summary><c>show NAME</c>.</summary>
    public async Task<SlackResponse> Details(
        SlackRequest.SlashCommand command,
        Asker asker,
        ResourceName typed,
        CancellationToken cancellationToken
    )
    {
        var name = await locks.Meant(asker.Workspace, typed, cancellationToken);
        var page = await details.Draw(
            Memory(command),
            asker.Workspace,
            asker.Reader,
            name,
            said: null,
            cancellationToken
        );
        return page is null
            ? new(
                new Ack.OfMessage(
                    OutcomeMessages.Unknown(
                        name,
                        await locks.Near(asker.Workspace, name, cancellationToken),
                        asker.Reader
                    )
                )
            )
            : Open(command, page);
    }

    /// <summary><c>create</c> with nothing behind it.</summary>
    public static SlackResponse Create(SlackRequest.SlashCommand command) =>
        Open(command, CreateModal.For(Reader.Of(command.User).Words(), Memory(command)));

    /// <summary><c>extend</c> with nothing behind it.</summary>
    public static SlackResponse Extend(
        SlackRequest.SlashCommand command,
        Reader reader,
        IReadOnlyList<ResourceLine> own
    ) =>
        own.Count == 0
            ? new(new Ack.OfMessage(Replies.Mine(reader.Words(), own, [])))
            : Open(command, ExtendModal.For(reader.Words(), Memory(command), own, ModalDrawer.LimitsOf(reader)));

    /// <summary>The global shortcut "Lock a resource".</summary>
    public async Task<SlackResponse> Lock(SlackRequest.GlobalShortcut shortcut, CancellationToken cancellationToken)
    {
        var reader = await locks.ReaderOf(shortcut.Workspace, shortcut.User, cancellationToken);
        return new(
            new Ack.Empty(),
            new SlackCall.OpenView(
                shortcut.TriggerId,
                LockModal.For(
                    reader.Words(),
                    new(ModalOrigin.Shortcut, DrawnFor: shortcut.Workspace.ToDrawnFor()),
                    ModalDrawer.LimitsOf(reader)
                )
            )
            {
                Otherwise = new SlackCall.Post(shortcut.User, PressAgain(shortcut.User)),
            }
        );
    }

    // A button whose resource needs no form any more shows the present state instead.
    private Task<SlackResponse> OpenOrTell(
        ResourceClick on,
        Func<Resource?, DateTimeOffset, ModalViewDefinition?> form,
        CancellationToken cancellationToken
    ) => OpenOrTell(on, form, present => Present(on, present), cancellationToken);

    private async Task<SlackResponse> OpenOrTell(
        ResourceClick on,
        Func<Resource?, DateTimeOffset, ModalViewDefinition?> form,
        Func<Resource?, Message> instead,
        CancellationToken cancellationToken
    )
    {
        var (present, now) = await locks.Look(on.Asker.Workspace, on.Name, cancellationToken);
        return form(present, now) is { } view
            ? Open(on.Request, view)
            : await feedback.Tell(on.Request, on.Asker, instead(present), cancellationToken);
    }

    private static Message Present(ResourceClick on, Resource? present) =>
        OutcomeMessages.Present(present, on.Name, on.Asker.Reader, on.Asker.Reader.Rules);

    private static ResourceLine LineOf(Resource present, Asker asker) =>
        ResourceLines.Of(present, asker.Reader, asker.Reader.Rules, now: null);

    private static SlackResponse Open(SlackRequest.BlockActionRequest click, ModalViewDefinition view) =>
        new(
            new Ack.Empty(),
            click.Container is Container.Modal
                ? new SlackCall.OpenView(click.TriggerId, view, IsOnTop: true)
                : OpenOrAskAgain(click, view)
        );

    private static SlackCall OpenOrAskAgain(SlackRequest.BlockActionRequest click, ModalViewDefinition view) =>
        new SlackCall.OpenView(click.TriggerId, view)
        {
            Otherwise = click.Container is Container.Message { ResponseUrl: var url }
                ? SlackCall.Respond.Beside(url, click.User, PressAgain(click.User))
                : new SlackCall.PublishHome(click.User, PressAgain(click.User)),
        };

    private static SlackResponse Open(SlackRequest.SlashCommand command, ModalViewDefinition view) =>
        new(
            new Ack.Empty(),
            new SlackCall.OpenView(command.TriggerId, view)
            {
                Otherwise = SlackCall.Respond.Beside(
                    command.ResponseUrl,
                    command.User,
                    Replies.TryAgain(Reader.Of(command.User).Words().TypeAgain)
                ),
            }
        );

    private static Message PressAgain(UserId user) => Replies.TryAgain(Reader.Of(user).Words().PressAgain);

    private static ModalMemory Memory(SlackRequest.SlashCommand command) =>
        new(ModalOrigin.Command, ResponseUrl: command.ResponseUrl, DrawnFor: command.Workspace.ToDrawnFor());

    private static ModalMemory MemoryOfDrawn(ResourceClick on) =>
        Memory(on.Request) with
        {
            Lease = on.Drawn.Lease,
            Turn = on.Drawn.Turn,
        };

    private static ModalMemory Memory(SlackRequest.BlockActionRequest click)
    {
        var drawnFor = click.Workspace.ToDrawnFor();
        if (click.Container is Container.Modal(var page) && ModalMemory.Read(page.PrivateMetadata) is { } memory)
            return memory.OnPage(page.Id);
        return click.Container is not Container.Message at
            ? new(ModalOrigin.Home, DrawnFor: drawnFor)
            : new(
                ModalOrigin.Message,
                ResponseUrl: at.ResponseUrl,
                BlockId: click.Action.BlockId,
                DrawnFor: drawnFor,
                ChannelId: at.Lasting?.ChannelId,
                MessageTs: at.Lasting?.Ts
            );
    }
}
