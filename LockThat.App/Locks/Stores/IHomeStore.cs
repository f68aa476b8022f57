using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to the facts about Homes. Every member throws <see cref="StoreUnavailableException"/> when the
/// store cannot serve it.</summary>
public interface IHomeStore
{
    /// <summary>A person's Home as they last had it; null when they never opened it.</summary>
    ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken);

    /// <summary>Keeps the view of a person's Home: page, filter and when it was opened. The Home counts as behind until
    /// <see cref="Shown"/>. A person has one Home in an organisation, so this replaces the view of their other
    /// workspaces there.</summary>
    Task SaveViewer(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>A person has no Home there any more, if they ever had one.</summary>
    Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken);

    /// <summary>A person's Home shows the given revision of their workspace. If it showed another workspace of the
    /// organisation before, that one is behind then.</summary>
    Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken);

    /// <summary>Viewers who opened their Home since the given moment and whose Home shows an older revision than their
    /// workspace has, or may show one: after a start a store that remembers no revisions returns all of them. Nobody
    /// else is given them for a moment.</summary>
    ValueTask<IReadOnlyList<Viewer>> ViewersBehind(DateTimeOffset openedSince, CancellationToken cancellationToken);
}

/// <summary>Somebody who has opened the app's Home.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="User">The person.</param>
/// <param name="OpenedAt">When they last opened it.</param>
/// <param name="Page">The page shown, from 0.</param>
/// <param name="Filter">The text in the filter box; empty for none.</param>
public sealed record Viewer(Workspace Workspace, UserId User, DateTimeOffset OpenedAt, int Page, string Filter)
{
    /// <summary>False when they have opened another workspace of the same org-wide install since, in which a person has
    /// one Home.</summary>
    public bool IsOnHome { get; init; } = true;
}
