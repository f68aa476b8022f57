using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;

namespace LockThat.App.Entrances.Forms;

/// <summary>A click on a button that is about one resource.</summary>
/// <param name="Request">The click.</param>
/// <param name="Asker">The person who clicked.</param>
/// <param name="Name">The resource.</param>
/// <param name="Drawn">The state that the button was drawn for.</param>
internal sealed record ResourceClick(
    SlackRequest.BlockActionRequest Request,
    Asker Asker,
    ResourceName Name,
    ButtonValue Drawn
);
