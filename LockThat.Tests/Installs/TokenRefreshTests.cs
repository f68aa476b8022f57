using LockThat.App.Installs;
using LockThat.App.Installs.OAuth;
using LockThat.App.Installs.Tokens;
using LockThat.App.Settings;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Installs;

/// <summary>Tokens that expire are renewed in time, once for all instances.</summary>
public sealed class TokenRefreshTests : StoreOnDisk
{
    private const string Renewed =
        """{"ok":true,"token_type":"bot","access_token":"xoxb-2","refresh_token":"xoxe-2","expires_in":43200}""";
    private static readonly TokenCipher Cipher = new([HostedApp.OldKey]);
    private static readonly InstallKey Acme = InstallKey.Of(Some.Acme);
    private readonly LogOfEverything _log = new();

    [Fact]
    public async Task A_token_that_never_expires_is_used_as_it_is()
    {
        var wire = new Wire(Wire.Says(Renewed));
        await Install(new BotToken("xoxb-1"));
        Time.Advance(TimeSpan.FromDays(900));

        (await Instance(wire).TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-1");
        wire.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(121, 0)]
    [InlineData(119, 1)]
    public async Task A_token_is_renewed_when_less_than_two_hours_are_left_and_nobody_waits_for_it(
        int minutesLeft,
        int calls
    )
    {
        var wire = new Wire(Wire.Says(Renewed));
        await Install(Expires(TimeSpan.FromMinutes(minutesLeft)));
        var tokens = Instance(wire);

        (await tokens.TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-1");

        await wire.Reached(calls).WaitAsync(Cancel);
        wire.Sent.Count.ShouldBe(calls);
        if (calls > 0)
            await Until(async () => await tokens.TokenFor(Some.Acme, Cancel) == "xoxb-2");
    }

    [Fact]
    public async Task Who_has_nothing_but_an_expired_token_waits_for_the_next()
    {
        var wire = new Wire(Wire.Says(Renewed));
        await Install(Expires(TimeSpan.Zero));

        (await Instance(wire).TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-2");

        var sent = wire.Sent.ShouldHaveSingleItem();
        (sent.Url!.AbsolutePath, sent.Body).ShouldBe(
            ("/api/oauth.v2.access", "grant_type=refresh_token&refresh_token=xoxe-1")
        );
        sent.Authorization.ShouldBe("Basic aWQ6c2VjcmV0");
        var stored = (await Store.Find(Acme, Cancel))!.Token!;
        (stored.ExpiresAt, stored.ClaimedUntil).ShouldBe((Some.Noon.AddHours(12), null));
        BotToken.Open(stored, Cipher, Acme)!.Refresh.ShouldBe("xoxe-2");
    }

    [Fact]
    public async Task Of_two_instances_with_many_callers_one_renews_it_once()
    {
        var wire = new Wire(Wire.Says(Renewed));
        await Install(Expires(TimeSpan.Zero));
        InstalledTokens[] instances = [Instance(wire), Instance(wire)];

        var all = Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(caller => Task.Run(() => instances[caller % 2].TokenFor(Some.Acme, Cancel), Cancel))
        );
        await Time.AdvanceUntil(all, TimeSpan.FromMilliseconds(250));

        (await all).ShouldAllBe(token => token == "xoxb-2");
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_stored_before_it_is_used()
    {
        await Install(Expires(TimeSpan.Zero));
        var wire = new Wire(cancelled =>
        {
            Disk.RefusesToSync = true;
            return Wire.Says(Renewed)(cancelled);
        });

        (await Instance(wire).TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-1", "and Slack will say that it has expired");

        wire.Sent.Count.ShouldBe(1);
        Disk.RefusesToSync = false;
    }

    [Theory]
    [InlineData("invalid_refresh_token")]
    [InlineData("token_revoked")]
    public async Task A_refusal_is_logged_and_asked_for_again_half_a_minute_later(string error)
    {
        var wire = new Wire(Wire.Says($$"""{"ok":false,"error":"{{error}}"}"""), Wire.Says(Renewed));
        await Install(Expires(TimeSpan.Zero));
        var tokens = Instance(wire);

        (await tokens.TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-1");
        (await tokens.TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-1");
        wire.Sent.Count.ShouldBe(1);
        _log.Lines.ShouldHaveSingleItem().ShouldContain($"Slack refused a new token for T0ACME001: {error}");

        Time.Advance(TimeSpan.FromSeconds(30));
        (await tokens.TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-2");
    }

    [Fact]
    public async Task A_claim_runs_out_with_the_instance_that_had_it()
    {
        await Install(Expires(TimeSpan.Zero));
        await Store.Change(
            Acme,
            (found, now) => found! with { Token = found.Token! with { ClaimedUntil = now.AddSeconds(30) } },
            Cancel
        );
        var wire = new Wire(Wire.Says(Renewed));
        var tokens = Instance(wire);

        var waiting = tokens.TokenFor(Some.Acme, Cancel);
        await Time.AdvanceUntil(waiting, TimeSpan.FromSeconds(1));
        (await waiting).ShouldBe("xoxb-1");
        wire.Sent.ShouldBeEmpty();

        Time.Advance(TimeSpan.FromSeconds(30));
        (await tokens.TokenFor(Some.Acme, Cancel)).ShouldBe("xoxb-2");
    }

    [Fact]
    public async Task Who_installs_it_anew_meanwhile_keeps_the_newer_token()
    {
        await Install(Expires(TimeSpan.Zero));
        var asked = new TaskCompletionSource<HttpResponseMessage>();
        var wire = new Wire(_ => asked.Task);
        var waiting = Instance(wire).TokenFor(Some.Acme, Cancel);
        await wire.Reached(1).WaitAsync(Cancel);

        await Install(new BotToken("xoxb-new"));
        asked.SetResult(await Wire.Says(Renewed)(Cancel));

        (await waiting).ShouldBe("xoxb-new");
    }

    [Fact]
    public async Task Who_leaves_meanwhile_has_left()
    {
        await Install(Expires(TimeSpan.Zero));
        var asked = new TaskCompletionSource<HttpResponseMessage>();
        var wire = new Wire(_ => asked.Task);
        var waiting = Instance(wire).TokenFor(Some.Acme, Cancel);
        await wire.Reached(1).WaitAsync(Cancel);

        await Store.Change(Acme, (found, now) => found!.Leave(now), Cancel);
        asked.SetResult(await Wire.Says(Renewed)(Cancel));

        (await waiting).ShouldBeNull();
    }

    private BotToken Expires(TimeSpan left) => new("xoxb-1", "xoxe-1", Time.GetUtcNow() + left);

    private Task Install(BotToken token) =>
        new Installations(Store).Arrive(new(Acme) { Token = token.Seal(Cipher, Acme) }, Cancel);

    /// <summary>An instance of the app, as far as tokens go; several share the store.</summary>
    private InstalledTokens Instance(Wire wire)
    {
        var oauth = new OAuthClient(
            new HttpClient(wire),
            new Uri("https://slack.example/api/"),
            new SlackWorkspaces.Installed("id", "secret"),
            Time,
            Clients.Metrics(Time)
        );
        var refresh = new TokenRefresh(Store, oauth, Cipher, Time, new Logger<TokenRefresh>(new LoggerFactory([_log])));
        return new(new Installations(Store), Cipher, refresh, new Logger<InstalledTokens>(new LoggerFactory([_log])));
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        while (!await happened())
            await Task.Yield();
    }
}
