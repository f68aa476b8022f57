using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Forms;

/// <summary>A form that a person has filled in and sent.</summary>
/// <param name="Submission">The request of Slack.</param>
/// <param name="Memory">The memory of the form.</param>
/// <param name="Reader">The person.</param>
internal sealed record SentForm(SlackRequest.ViewSubmission Submission, ModalMemory Memory, Reader Reader)
{
    /// <summary>The fields.</summary>
    public ViewState Fields => Submission.View.State;

    /// <summary>The words in which the person reads.</summary>
    public IWording Words => Reader.Words();

    /// <summary>The resource that it was opened for; null where one is chosen in it.</summary>
    public ResourceName? Name => (ResourceName.Parse(Memory.Name) as NameParse.Parsed)?.Name;

    /// <summary>The person, by a request that is the same when the form is sent again with the same values.</summary>
    public Asker Asker(params ReadOnlySpan<string> values) =>
        new(
            Submission.Workspace,
            Submission.User,
            RequestId.Of([Submission.View.Id, Submission.View.CallbackId, Submission.User.Value, .. values])
        )
        {
            Reader = Reader,
        };
}
