using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Requests;

/// <summary>Every request that Slack sends, read and found well-formed; the required fields of each kind are there. A
/// trigger may be empty, and then opens nothing.</summary>
public abstract record SlackRequest
{
    private SlackRequest(Workspace? from = null, UserId? by = null) => (From, By) = (from, by);

    /// <summary>The workspace in which it acts, and whose token answers it; null for a request that concerns no
    /// workspace.</summary>
    public Workspace? From { get; private init; }

    /// <summary>The person who asks; null for a request that no person makes.</summary>
    public UserId? By { get; }

    /// <summary>
    /// Workspaces that Slack names beside <see cref="From"/>, the likeliest first. There are some only where the
    /// surface does not say for which workspace it was drawn: the request then belongs to the first of all these in
    /// which the app is installed.
    /// </summary>
    public IReadOnlyList<Workspace> Others { get; init; } = [];

    /// <summary>The same request of a person in another workspace.</summary>
    public static SlackRequest In(SlackRequest request, Workspace workspace) =>
        request switch
        {
            SlackRequest.BlockActionRequest click => click with { Workspace = workspace, From = workspace },
            SlackRequest.ViewSubmission submission => submission with { Workspace = workspace, From = workspace },
            SlackRequest.ViewClosed closed => closed with { Workspace = workspace, From = workspace },
            SlackRequest.BlockOptionsRequest options => options with { Workspace = workspace, From = workspace },
            SlackRequest.GlobalShortcut shortcut => shortcut with { Workspace = workspace, From = workspace },
            // A command and an event name one workspace.
            SlackRequest.SlashCommand
            or SlackRequest.AppHomeOpened
            or SlackRequest.AppUninstalled
            or SlackRequest.TokensRevoked
            or SlackRequest.TeamAccessChanged
            or SlackRequest.UserChange
            or SlackRequest.UrlVerification
            or SlackRequest.SslCheck
            or SlackRequest.Ignored => request,
            _ => throw new UnreachableException(),
        };

    public sealed record SlashCommand(
        Workspace Workspace,
        UserId User,
        string ChannelId,
        string Command,
        string Text,
        string ResponseUrl,
        string TriggerId
    ) : SlackRequest(Workspace, User);

    public sealed record BlockActionRequest(
        Workspace Workspace,
        UserId User,
        BlockAction Action,
        Container Container,
        string TriggerId
    ) : SlackRequest(Workspace, User);

    public sealed record ViewSubmission(Workspace Workspace, UserId User, ViewInfo View, string TriggerId)
        : SlackRequest(Workspace, User);

    /// <param name="IsCleared">True when the whole stack was closed.</param>
    public sealed record ViewClosed(Workspace Workspace, UserId User, ViewInfo View, bool IsCleared)
        : SlackRequest(Workspace, User);

    /// <param name="Value">The text typed so far.</param>
    /// <param name="View">Null when the select stands in a message.</param>
    public sealed record BlockOptionsRequest(
        Workspace Workspace,
        UserId User,
        string ActionId,
        string BlockId,
        string Value,
        ViewInfo? View
    ) : SlackRequest(Workspace, User);

    public sealed record GlobalShortcut(Workspace Workspace, UserId User, string CallbackId, string TriggerId)
        : SlackRequest(Workspace, User);

    /// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
    /// <param name="View">The Home that the person sees; null when none was published yet.</param>
    /// <param name="LooksForeign">Whether the event came from another workspace than the one of the
    /// installation.</param>
    public sealed record AppHomeOpened(
        Workspace Workspace,
        UserId User,
        string Tab,
        ViewInfo? View,
        bool LooksForeign = false
    ) : SlackRequest(Workspace, User);

    /// <param name="At">When it happened: a new installation may have overtaken it.</param>
    public sealed record AppUninstalled(Workspace Workspace, DateTimeOffset At) : SlackRequest(Workspace);

    /// <param name="Bots">The bot users whose tokens were revoked.</param>
    /// <param name="At">When it happened: a new installation may have overtaken it.</param>
    public sealed record TokensRevoked(Workspace Workspace, IReadOnlyList<UserId> Bots, DateTimeOffset At)
        : SlackRequest(Workspace);

    /// <summary>Workspaces of an organisation got the app that was installed org-wide, or no longer have it.</summary>
    /// <param name="At">When it happened: it may come out of order.</param>
    public sealed record TeamAccessChanged(
        Workspace Workspace,
        IReadOnlyList<TeamId> Teams,
        bool IsGranted,
        DateTimeOffset At
    ) : SlackRequest(Workspace);

    /// <param name="Deleted">True when the account is deactivated.</param>
    /// <param name="Teams">The workspaces of the person; null when Slack does not say.</param>
    public sealed record UserChange(Workspace Workspace, UserId User, bool Deleted, PersonTeams? Teams = null)
        : SlackRequest(Workspace)
    {
        /// <summary>The time zone, as IANA names it; null when Slack does not say.</summary>
        public string? TimeZone { get; init; }

        /// <summary>Their standing among the people of the workspace; null when Slack does not say.</summary>
        public PersonRoles? Roles { get; init; }

        /// <summary>When it happened: it may come out of order.</summary>
        public DateTimeOffset At { get; init; }
    }

    public sealed record UrlVerification(string Challenge) : SlackRequest;

    /// <summary>Slack tries our certificate. The rest of the body was not read.</summary>
    public sealed record SslCheck : SlackRequest;

    /// <summary>Genuine and well-formed, but of no use to the app.</summary>
    public sealed record Ignored(string Kind) : SlackRequest;
}

/// <summary>One act of a person on one element.</summary>
/// <param name="ActionId">The element.</param>
/// <param name="BlockId">The block it stands in.</param>
/// <param name="Value">The value of the button, of the option chosen, or the text typed; null when there is
/// none.</param>
/// <param name="ActionTs">Slack's stamp of the act, different for each.</param>
public sealed record BlockAction(string ActionId, string BlockId, string? Value, string ActionTs);

/// <summary>The place of an element.</summary>
public abstract record Container
{
    private Container() { }

    /// <param name="ChannelId">The channel or direct message.</param>
    /// <param name="Ts">The message's id in its channel.</param>
    /// <param name="IsEphemeral">True when only the person who acted sees it; it can be changed by
    /// <paramref name="ResponseUrl"/> alone.</param>
    /// <param name="ResponseUrl">Null when Slack sent none.</param>
    /// <param name="State">The values of the message's fields.</param>
    public sealed record Message(string ChannelId, string Ts, bool IsEphemeral, string? ResponseUrl, ViewState State)
        : Container
    {
        /// <summary>The message that can be changed by its ts; null when it is ephemeral.</summary>
        public LastingMessage? Lasting => IsEphemeral ? null : new(ChannelId, Ts);
    }

    public sealed record Home(ViewInfo View) : Container;

    public sealed record Modal(ViewInfo View) : Container;
}

/// <summary>A view as Slack sends it back; text that it does not have is empty.</summary>
/// <param name="Hash">Changes with every update.</param>
/// <param name="RootViewId">The lowest view of a modal's stack.</param>
/// <param name="PreviousViewId">The view beneath; null when there is none.</param>
public sealed record ViewInfo(
    string Id,
    string CallbackId,
    string Hash,
    string PrivateMetadata,
    ViewState State,
    string? RootViewId = null,
    string? PreviousViewId = null
);
