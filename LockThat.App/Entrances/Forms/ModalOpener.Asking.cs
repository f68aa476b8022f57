using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ModalOpener
{
    /// <summary>"Ask for it".</summary>
    public Task<SlackResponse> Ask(ResourceClick on, CancellationToken cancellationToken) =>
        OpenOrTell(
            on,
            (present, _) => ModalDrawer.ToAsk(MemoryOfDrawn(on), present, on.Name.Display, on.Asker.Reader),
            cancellationToken
        );

    /// <summary>"I still need it", for an ask that is not answered yet.</summary>
    public Task<SlackResponse> Keep(ResourceClick on, CancellationToken cancellationToken)
    {
        var ask = new PleaId(on.Drawn.Ask ?? "");
        return OpenOrTell(
            on,
            (present, _) =>
                present?.Holding is Holding.Held(var lease, _) held
                && lease.Holder == on.Asker.Actor
                && held.Find(ask) is { } plea
                    ? KeepModal.For(
                        on.Asker.Reader.Words(),
                        Memory(on.Request),
                        LineOf(present, on.Asker),
                        ResourceLines.Of(plea, on.Asker.Reader.Rules)
                    )
                    : null,
            present => Refused(new Keep(on.Name, ask, Answer: null), new Refusal.Changed(), present, on.Asker.Reader),
            cancellationToken
        );
    }

    /// <summary>"Give to…": the lock that the button was drawn for, or any where it was drawn for none.</summary>
    public Task<SlackResponse> Give(ResourceClick on, CancellationToken cancellationToken)
    {
        var shown = on.Drawn.Lease;
        return OpenOrTell(
            on,
            (present, _) =>
                present?.Lease is { } lease
                && lease.Holder == on.Asker.Actor
                && (shown is null || lease.Id.Value == shown)
                    ? ToGive(Memory(on.Request), present, on.Asker)
                    : null,
            present =>
                NotGiven(
                    on.Name,
                    shown is null ? WhyNotGiven(present, on.Asker) : new Refusal.Changed(),
                    present,
                    on.Asker
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
        if (present?.Lease is { } lease && lease.Holder == asker.Actor)
            return Open(command, ToGive(Memory(command), present, asker));
        var near = present is null ? await locks.Near(asker.Workspace, name, cancellationToken) : null;
        return new(new Ack.OfMessage(NotGiven(name, WhyNotGiven(present, asker, near), present, asker)));
    }

    private static ModalViewDefinition ToGive(ModalMemory memory, Resource present, Asker asker) =>
        GiveModal.For(asker.Reader.Words(), memory, LineOf(present, asker));

    private static Message NotGiven(ResourceName name, Refusal why, Resource? present, Asker asker) =>
        Refused(new Give(name, asker.Reader.User, Expected.Anything), why, present, asker.Reader);

    private static Refusal WhyNotGiven(Resource? present, Asker asker, IReadOnlyList<ResourceName>? near = null) =>
        present switch
        {
            null => new Refusal.NoSuchResource { Near = near },
            { Lease: { } other } => new Refusal.HeldBy(other, present.IsWatchedBy(asker.Actor)),
            _ => new Refusal.NotHeld(),
        };

    private static Message Refused(ResourceCommand command, Refusal why, Resource? present, Reader reader) =>
        OutcomeMessages.Of(command, new Outcome.Refused(why, present), reader, reader.Rules);
}
