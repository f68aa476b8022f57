using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Tokens;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Settings;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks.Messages;
using Microsoft.AspNetCore.WebUtilities;

namespace LockThat.App.Installs.OAuth;

/// <summary>The OAuth callback's parameters; null where missing.</summary>
/// <param name="Browser">The secret in the browser's cookie.</param>
public sealed record InstallReturn(string? Browser, string? State, string? Code, string? Error);

/// <summary>"Add to Slack": leads to Slack's page, and exchanges the code that comes back for the bot's
/// token.</summary>
public sealed partial class InstallFlow(
    SlackWorkspaces.Installed app,
    LockThatSettings settings,
    InstallStates states,
    OAuthClient oauth,
    TokenCipher cipher,
    Installations installations,
    SlackClient slack,
    BackgroundWork background,
    TimeProvider time,
    ILogger<InstallFlow> log
)
{
    private const int LongestCode = 1000;
    private const int WelcomesAtMost = 6;
    private static readonly TimeSpan WelcomePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenWelcomes = TimeSpan.FromSeconds(5);

    /// <summary>The scopes that the app asks for, the same as in <c>manifest.yaml</c>.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["commands", "chat:write", "users:read"];

    /// <summary>The address that Slack sends people back to. The app's own address may have a path.</summary>
    private Uri RedirectUrl { get; } =
        new(settings.PublicUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/slack/oauth_redirect");

    /// <summary>The address of Slack's page, where people allow the app.</summary>
    /// <param name="browser">The secret of the browser that goes there.</param>
    /// <param name="team">The workspace to offer first; null for any.</param>
    public string AuthorizeUrl(string browser, string? team)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = app.ClientId,
            ["scope"] = string.Join(',', Scopes),
            ["redirect_uri"] = RedirectUrl.AbsoluteUri,
            ["state"] = states.Issue(browser),
        };
        if (PayloadJson.AsId(team) is { } known)
            query["team"] = known;
        return QueryHelpers.AddQueryString(settings.Slack.AuthorizeUrl.AbsoluteUri, query);
    }

    /// <summary>Installs the app where Slack says, or stores nothing. It continues after the browser disconnects,
    /// because a code can be used only once.</summary>
    public async Task<InstallOutcome> Finish(InstallReturn back)
    {
        try
        {
            return (back.State, back.Browser) is ({ } state, { } browser)
                ? await Finish(back, states.Read(state, browser), background.GivingUp)
                : new InstallOutcome.ForeignState();
        }
        catch (StoreUnavailableException)
        {
            return new InstallOutcome.Busy();
        }
    }

    private async Task<InstallOutcome> Finish(
        InstallReturn back,
        StateReading state,
        CancellationToken cancellationToken
    ) =>
        state switch
        {
            StateReading.Foreign => new InstallOutcome.ForeignState(),
            StateReading.Expired => new InstallOutcome.ExpiredState(),
            StateReading.Good good when !await states.Redeem(good, cancellationToken) => new InstallOutcome.UsedState(),
            StateReading.Good when back.Error == "access_denied" => new InstallOutcome.Cancelled(),
            StateReading.Good when back is not { Error: null, Code: { Length: > 0 and <= LongestCode } } =>
                new InstallOutcome.Refused(),
            StateReading.Good => await Exchange(back.Code ?? "", cancellationToken),
            _ => throw new UnreachableException(),
        };

    private async Task<InstallOutcome> Exchange(string code, CancellationToken cancellationToken)
    {
        switch (await oauth.Exchange(code, RedirectUrl, cancellationToken))
        {
            case SlackReply.Ok(var body, _):
                return await Install(body, cancellationToken);
            case SlackReply.Refused(var error, _):
                Log.Refused(log, error);
                return new InstallOutcome.Refused();
            case SlackReply.RateLimited:
                return new InstallOutcome.Busy();
            case SlackReply.Unknown(var reason):
                Log.Unreachable(log, reason);
                return new InstallOutcome.SlackUnreachable();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<InstallOutcome> Install(JsonElement body, CancellationToken cancellationToken)
    {
        if (OAuthGrant.Read(body, time.GetUtcNow()) is not { Installation: var install } grant)
        {
            Log.Refused(log, "an answer without a bot");
            return new InstallOutcome.NoBot();
        }

        await installations.Arrive(install with { Token = grant.Token.Seal(cipher, install.Key) }, cancellationToken);
        Log.Installed(log, install.Key);
        if (install.InstalledBy is { } installer)
            background.Track(() => Welcome(WorkspaceOf(install), installer, cancellationToken));
        return new InstallOutcome.Installed(install.Name, NextFor(install, grant.AppId), install.IsOrgWide);
    }

    // Slack may still be busy with this installation.
    private async Task Welcome(Workspace workspace, UserId installer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= WelcomesAtMost; attempt++)
        {
            if (
                await slack.PostMessage(
                    workspace,
                    installer.Value,
                    Notices.Welcome(Reader.Of(installer).Words()),
                    WelcomePatience,
                    cancellationToken
                )
                is SlackReply.Ok
                    or SlackReply.Refused
            )
                return;
            await Task.Delay(BetweenWelcomes * attempt, time, cancellationToken);
        }
    }

    // As in events, an org-wide installation names no workspace, and the organisation then stands for it.
    private static Workspace WorkspaceOf(Installation install) =>
        new(new TeamId(install.Key.Value), install.IsOrgWide ? new EnterpriseId(install.Key.Value) : null);

    private static Uri NextFor(Installation install, string appId)
    {
        var (app, key) = (Uri.EscapeDataString(appId), Uri.EscapeDataString(install.Key.Value));
        return new(
            install.IsOrgWide
                ? $"https://app.slack.com/manage/{key}/integrations/profile/{app}/workspaces/add"
                : $"https://slack.com/app_redirect?app={app}&team={key}"
        );
    }

    private static partial class Log
    {
        [LoggerMessage(470, LogLevel.Information, "LockThat was installed in {Installation}")]
        public static partial void Installed(ILogger logger, InstallKey installation);

        [LoggerMessage(471, LogLevel.Warning, "An installation failed: Slack says {Error}")]
        public static partial void Refused(ILogger logger, string error);

        [LoggerMessage(472, LogLevel.Warning, "An installation failed: no answer from Slack ({Reason})")]
        public static partial void Unreachable(ILogger logger, string reason);
    }
}
