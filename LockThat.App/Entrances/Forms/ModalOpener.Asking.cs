using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ModalOpener
{
    /// <summary>"Ask for it".</summary>
    public async Task<SlackResponse> Ask(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        ButtonValue drawn,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        var memory = Memory(click) with { Lease = drawn.Lease, Turn = drawn.Turn };
        return forms.ToAsk(memory, present, name.Display, asker.Reader) is { } view
            ? Open(click, view)
            : await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(present, name, asker.Reader, locks.Rules),
                cancellationToken
            );
    }

    /// <summary>"I still need it", for an ask that is not answered yet.</summary>
    public async Task<SlackResponse> Keep(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        ButtonValue drawn,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        var ask = new PleaId(drawn.Ask ?? "");
        return
            present?.Holding is Holding.Held(var lease, _) held
            && lease.Holder == asker.Actor
            && held.Find(ask) is { } plea
            ? Open(
                click,
                KeepModal.For(
                    asker.Reader.Words(),
                    Memory(click),
                    ResourceLines.Of(present, asker.Reader, locks.Rules, now: null),
                    ResourceLines.Of(plea, locks.Rules)
                )
            )
            : await feedback.Tell(
                click,
                asker,
                Refused(new Keep(name, ask, Answer: null), new Refusal.Changed(), present, asker.Reader),
                cancellationToken
            );
    }

    /// <summary>"Give to…".</summary>
    /// <param name="shown">The lock that the button was drawn for; null for any.</param>
    public async Task<SlackResponse> Give(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        ResourceName name,
        string? shown,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(click.Workspace, name, cancellationToken);
        return present?.Lease is { } lease && lease.Holder == asker.Actor && (shown is null || lease.Id.Value == shown)
            ? Open(click, ToGive(Memory(click), present, asker.Reader))
            : await feedback.Tell(
                click,
                asker,
                Refused(
                    new Give(name, asker.Reader.User, Expected.Anything),
                    shown is null ? WhyNotGiven(present, asker) : new Refusal.Changed(),
                    present,
                    asker.Reader
                ),
                cancellationToken
            );
    }

    /// <summary><c>give NAME</c>, without a mention of the person.</summary>
    public async Task<SlackResponse> Give(
        SlackRequest.SlashCommand command,
        Asker asker,
        ResourceName typed,
        CancellationToken cancellationToken
    )
    {
        var name = await locks.Meant(asker.Workspace, typed, cancellationToken);
        var present = await locks.Find(asker.Workspace, name, cancellationToken);
        return present?.Lease is { } lease && lease.Holder == asker.Actor
            ? Open(command, ToGive(Memory(command), present, asker.Reader))
            : new(
                new Ack.OfMessage(
                    Refused(
                        new Give(name, asker.Reader.User, Expected.Anything),
                        WhyNotGiven(present, asker),
                        present,
                        asker.Reader
                    )
                )
            );
    }

    private ModalViewDefinition ToGive(ModalMemory memory, Resource present, Reader reader) =>
        GiveModal.For(reader.Words(), memory, ResourceLines.Of(present, reader, locks.Rules, now: null));

    private static Refusal WhyNotGiven(Resource? present, Asker asker) =>
        present switch
        {
            null => new Refusal.NoSuchResource(),
            { Lease: { } other } => new Refusal.HeldBy(other, present.IsWatchedBy(asker.Actor)),
            _ => new Refusal.NotHeld(),
        };

    private Message Refused(ResourceCommand command, Refusal why, Resource? present, Reader reader) =>
        OutcomeMessages.Of(command, new Outcome.Refused(why, present), reader, locks.Rules);
}
