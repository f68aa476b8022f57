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
internal sealed partial class ModalOpener(
    LockService locks,
    ModalDrawer forms,
    ResultPlacement feedback,
    DetailsPage details
)
{
    public static SlackResponse Create(SlackRequest.BlockActionRequest click) =>
        Open(click, CreateModal.For(Reader.Of(click.User).Words(), Memory(click)));

    public SlackResponse LockAny(SlackRequest.BlockActionRequest click) =>
        Open(click, LockModal.For(Reader.Of(click.User).Words(), Memory(click), forms.Limits));

    public async Task<SlackResponse> Lock(
        SlackRequest.BlockActionRequest click,
        ResourceName name,
        CancellationToken cancellationToken
    ) =>
        Open(
            click,
            forms.ToLock(
                Memory(click) with
                {
                    Exists = true,
                },
                await locks.Find(click.Workspace, name, cancellationToken),
                name.Display,
                Reader.Of(click.User)
            )
        );

    public async Task<SlackResponse> Extend(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        ButtonValue drawn,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        return present?.Lease is { } lease && asker.Reader.Is(lease.Holder) && lease.Id.Value == drawn.Lease
            ? Open(
                click,
                ExtendModal.For(
                    asker.Reader.Words(),
                    Memory(click),
                    ResourceLines.Of(present, asker.Reader, locks.Rules, now: null),
                    forms.Limits
                )
            )
            : await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(present, name, asker.Reader, locks.Rules),
                cancellationToken
            );
    }

    public async Task<SlackResponse> Join(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        ButtonValue drawn,
        CancellationToken cancellationToken
    )
    {
        var (present, now) = await locks.Look(click.Workspace, name, cancellationToken);
        var memory = Memory(click) with { Lease = drawn.Lease, Turn = drawn.Turn };
        return
            present is not null
            && forms.ToJoin(memory, present, now, name.Display, asker.Reader, Wish(drawn, present, click.User))
                is { } view
            ? Open(click, view)
            : await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(present, name, asker.Reader, locks.Rules),
                cancellationToken
            );
    }

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

    public async Task<SlackResponse> Override(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        ButtonValue drawn,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        return
            present?.Lease is { } lease && asker.Reader.Is(lease.Holder)
            || present is not null && present.IsTurnOf(click.User)
            ? await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(present, name, asker.Reader, locks.Rules),
                cancellationToken
            )
            : Open(
                click,
                forms.ToOverride(
                    Memory(click) with
                    {
                        Lease = drawn.Lease,
                        Turn = drawn.Turn,
                    },
                    present,
                    name.Display,
                    Reader.Of(click.User)
                )
            );
    }

    public async Task<SlackResponse> Delete(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        var words = asker.Reader.Words();
        var line = present is null ? null : ResourceLines.Of(present, asker.Reader, locks.Rules, now: null);
        return present is not null && line is { IsOfAnother: false }
            ? Open(click, DeleteModal.For(words, Memory(click), line, present.Watchers.Length))
            : Open(
                click,
                ResultModal.For(
                    words,
                    line is null ? Replies.Say(words.Gone(name.Display)) : Replies.About(words, line, words.NotDeleted)
                )
            );
    }

    /// <summary>The choice of one of the asker's locks in the form.</summary>
    public async Task<SlackResponse> ExtendAny(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        IReadOnlyList<ResourceLine> own,
        CancellationToken cancellationToken
    ) =>
        own.Count == 0
            ? await feedback.Tell(click, asker, Replies.Mine(asker.Reader.Words(), own, []), cancellationToken)
            : Open(click, ExtendModal.For(asker.Reader.Words(), Memory(click), own, forms.Limits));

    /// <summary><c>lock</c> with nothing behind it.</summary>
    public SlackResponse Lock(SlackRequest.SlashCommand command) =>
        Open(command, LockModal.For(Reader.Of(command.User).Words(), Memory(command), forms.Limits));

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
            ? new(new Ack.OfMessage(Replies.Say(asker.Reader.Words().NoSuchResource(name.Display))))
            : Open(command, page);
    }

    /// <summary>The page of a resource, from the menu of its row.</summary>
    public async Task<SlackResponse> Details(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        CancellationToken cancellationToken
    ) =>
        await details.Draw(Memory(click), asker.Workspace, asker.Reader, name, said: null, cancellationToken)
            is { } page
            ? Open(click, page)
            : await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(null, name, asker.Reader, locks.Rules),
                cancellationToken
            );

    /// <summary><c>create</c> with nothing behind it.</summary>
    public static SlackResponse Create(SlackRequest.SlashCommand command) =>
        Open(command, CreateModal.For(Reader.Of(command.User).Words(), Memory(command)));

    /// <summary><c>extend</c> with nothing behind it.</summary>
    public SlackResponse Extend(SlackRequest.SlashCommand command, IReadOnlyList<ResourceLine> own) =>
        own.Count == 0
            ? new(new Ack.OfMessage(Replies.Mine(Reader.Of(command.User).Words(), own, [])))
            : Open(command, ExtendModal.For(Reader.Of(command.User).Words(), Memory(command), own, forms.Limits));

    /// <summary>The global shortcut "Lock a resource".</summary>
    public SlackResponse Lock(SlackRequest.GlobalShortcut shortcut) =>
        new(
            new Ack.Empty(),
            new SlackCall.OpenView(
                shortcut.TriggerId,
                LockModal.For(
                    Reader.Of(shortcut.User).Words(),
                    new(ModalOrigin.Shortcut, DrawnFor: shortcut.Workspace.ToDrawnFor()),
                    forms.Limits
                )
            )
            {
                Otherwise = new SlackCall.Post(shortcut.User, PressAgain(shortcut.User)),
            }
        );

    private static SlackResponse Open(SlackRequest.BlockActionRequest click, ModalViewDefinition view) =>
        new(
            new Ack.Empty(),
            click.Container is Container.Modal
                ? new SlackCall.OpenView(click.TriggerId, view, IsOnTop: true)
                : OpenOrTell(click, view)
        );

    private static SlackCall OpenOrTell(SlackRequest.BlockActionRequest click, ModalViewDefinition view) =>
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
