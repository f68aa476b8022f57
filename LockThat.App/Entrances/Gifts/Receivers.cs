using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances.Gifts;

/// <summary>Gives a lock to a person of the workspace. Slack says who belongs to it, so it is asked first.</summary>
internal sealed class Receivers(LockService locks, Members members)
{
    /// <summary>Why a person cannot have a lock, in words for the one that gives it; null when they can.</summary>
    public async Task<string?> WhyNot(Asker giver, UserId to, CancellationToken cancellationToken)
    {
        var words = giver.Reader.Words();
        if (giver.Actor == to)
            return words.CannotGiveToOneself;
        return await members.StandingOf(giver.Workspace, to, cancellationToken) switch
        {
            Standing.Member => null,
            Standing.Bot => words.CannotGiveToBot,
            Standing.Deactivated => words.CannotGiveToDeactivated,
            Standing.Stranger => words.CannotGiveToStranger,
            Standing.Unknown => words.CannotGiveNow,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary><c>give NAME @PERSON</c>.</summary>
    /// <param name="shown">The state that the giver was shown.</param>
    public async Task<Message> Give(
        Asker giver,
        ResourceName typed,
        UserId to,
        Expected shown,
        CancellationToken cancellationToken
    )
    {
        var name = await locks.Meant(giver.Workspace, typed, cancellationToken);
        if (await WhyNot(giver, to, cancellationToken) is { } why)
            return Replies.NotGivenTo(giver.Reader.Words(), name.Display, why);
        var command = new Give(name, to, shown);
        var outcome = await locks.Execute(giver, command, cancellationToken);
        return OutcomeMessages.Of(command, outcome, giver.Reader, giver.Reader.Rules);
    }
}
