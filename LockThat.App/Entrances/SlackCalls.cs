using System.Diagnostics;
using LockThat.App.Delivery;
using LockThat.App.Entrances.Home;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances;

/// <summary>Makes the calls that follow an answer, outside the request that they came from. A shutdown waits for
/// them.</summary>
internal sealed partial class SlackCalls(
    SlackClient slack,
    HomePublisher homes,
    HomeOpenings openings,
    DeactivatedUsers accounts,
    BackgroundWork background,
    WhereToInstall whereToInstall,
    ILogger<SlackCalls> log
)
{
    // A trigger lives for three seconds, and some of them have passed by now.
    private static readonly TimeSpan WhileTriggerLives = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes the calls in order, at once; nobody waits for them.</summary>
    public void Start(Workspace from, IReadOnlyList<SlackCall> calls)
    {
        if (calls.Count > 0)
            background.Track(() => PerformAll(from, calls));
    }

    /// <summary>Makes one call, and its replacement when Slack refuses it.</summary>
    public async Task Perform(Workspace from, SlackCall call, CancellationToken cancellationToken)
    {
        for (var next = call; next is not null; )
        {
            var reply = await Make(from, next, cancellationToken);
            if (reply is SlackReply.Ok)
                return;
            Log.NotTaken(log, next.GetType().Name, reply);
            next = Instead(next, reply);
        }
    }

    // Without a token another try opens nothing either.
    private SlackCall? Instead(SlackCall call, SlackReply reply) =>
        (call.Otherwise, reply) switch
        {
            (
                SlackCall.Respond { Otherwise: SlackCall.Post(var person, _) } respond,
                SlackReply.Refused
                ("not_authed", _)
            ) => respond with
            {
                Message = Replies.TryAgain(Reader.Of(person).Words().NotInstalled(whereToInstall.Address)),
            },
            (var otherwise, _) => otherwise,
        };

    private async Task PerformAll(Workspace from, IReadOnlyList<SlackCall> calls)
    {
        foreach (var call in calls)
            await Perform(from, call, background.GivingUp);
    }

    private Task<SlackReply> Make(Workspace from, SlackCall call, CancellationToken cancellationToken) =>
        call switch
        {
            SlackCall.OpenView(var trigger, var view, var isOnTop) => slack.OpenView(
                from,
                trigger,
                view,
                isOnTop,
                WhileTriggerLives,
                cancellationToken
            ),
            SlackCall.UpdateView(var id, var hash, var view) => slack.UpdateView(
                from,
                id,
                hash,
                view,
                WhileTriggerLives,
                cancellationToken
            ),
            SlackCall.RefreshHome(var user) => homes.Refresh(from, user, cancellationToken),
            SlackCall.OpenHome(var user, var isForeign) => openings.Open(from, user, isForeign, cancellationToken),
            SlackCall.PublishHome(var user, var said) => homes.Publish(from, user, said, cancellationToken),
            SlackCall.Respond(var url, var message, var original) => slack.Respond(
                url,
                message,
                original,
                Patience,
                cancellationToken
            ),
            SlackCall.UpdateMessage(var channel, var ts, var message) => slack.UpdateMessage(
                from,
                channel,
                ts,
                message,
                Patience,
                cancellationToken
            ),
            SlackCall.LookFor(var people) => LookFor(from, people, cancellationToken),
            SlackCall.Post(var user, var message) => slack.PostMessage(
                from,
                user.Value,
                message,
                Patience,
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };

    // The check logs by itself what Slack refuses.
    private async Task<SlackReply> LookFor(
        Workspace from,
        IReadOnlyList<UserId> people,
        CancellationToken cancellationToken
    )
    {
        await accounts.AskAbout(from, people, cancellationToken);
        return new SlackReply.Ok(default, []);
    }

    private static partial class Log
    {
        [LoggerMessage(421, LogLevel.Information, "Slack did not take the call {Call}: {Reply}")]
        public static partial void NotTaken(ILogger logger, string call, SlackReply reply);
    }
}
