using LockThat.App.Entrances.Events;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.OAuth;
using LockThat.App.Installs.Tokens;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Settings;
using LockThat.App.Slack.Requests;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Installs;

/// <summary>News of departures in every order, upon a store.</summary>
public sealed class LeavingTests : StoreOnDisk
{
    private static readonly InstallKey Acme = InstallKey.Of(Some.Acme);
    private static readonly Workspace Grid = new(new("E0GRID"), new EnterpriseId("E0GRID"));
    private static readonly Workspace AcmeInGrid = new(Some.Acme.Team, new EnterpriseId("E0GRID"));
    private static readonly UserId Bot = new("U0BOT");
    private static readonly TokenCipher Cipher = new([HostedApp.OldKey]);

    private Installations Installs => new(Store);

    private LifecycleEvents Events
    {
        get
        {
            var http = new HttpClient(new Wire(Wire.Ok));
            var oauth = new OAuthClient(
                http,
                new Uri("https://slack.example/api/"),
                new SlackWorkspaces.Installed("id", "secret"),
                Time,
                Clients.Metrics(Time)
            );
            var refresh = new TokenRefresh(Store, oauth, Cipher, Time, NullLogger<TokenRefresh>.Instance);
            var tokens = new InstalledTokens(Installs, Cipher, refresh, NullLogger<InstalledTokens>.Instance);
            var slack = Clients.Over(new Wire(Wire.Ok), Time);
            return new(
                new InstallationCheck(Installs, tokens, slack, Store, Time, NullLogger<InstallationCheck>.Instance),
                new DeactivatedUsers(
                    Store,
                    Store,
                    Store,
                    Store,
                    Some.Service(Store),
                    slack,
                    Time,
                    NullLogger<DeactivatedUsers>.Instance
                ),
                new Members(slack, Time),
                new TimeZones(slack, Store, Time),
                Clients.Memberships(slack, Time)
            );
        }
    }

    [Fact]
    public async Task An_uninstall_ends_the_token_at_once()
    {
        await Install(Acme);

        await Uninstalled(Some.Acme);

        var gone = (await Find(Acme))!;
        (gone.IsInstalled, gone.Token, gone.LeftAt).ShouldBe((false, null, Time.GetUtcNow()));
    }

    [Theory]
    [InlineData("uninstalled", "revoked")]
    [InlineData("revoked", "uninstalled")]
    [InlineData("uninstalled", "uninstalled")]
    [InlineData("revoked", "revoked")]
    public async Task Told_twice_in_whatever_order_it_is_one_departure(string first, string second)
    {
        await Install(Acme);
        Time.Advance(TimeSpan.FromHours(1));
        await Told(first);
        var left = (await Find(Acme))!.LeftAt;
        Time.Advance(TimeSpan.FromSeconds(5));

        await Told(second);

        (await Find(Acme))!.LeftAt.ShouldBe(left);
    }

    [Theory]
    [InlineData("uninstalled")]
    [InlineData("revoked")]
    public async Task News_that_comes_after_the_return_changes_nothing(string news)
    {
        await Install(Acme);
        Time.Advance(TimeSpan.FromHours(1));
        var departure = Time.GetUtcNow();
        await Uninstalled(Some.Acme, departure);
        Time.Advance(TimeSpan.FromSeconds(2));
        await Install(Acme);

        await Told(news, departure);
        await Told(news, departure.AddSeconds(1));

        (await Find(Acme))!.IsInstalled.ShouldBeTrue();
    }

    [Fact]
    public async Task News_of_other_peoples_tokens_or_another_bots_changes_nothing()
    {
        await Install(Acme);

        await Events.Handle(new SlackRequest.TokensRevoked(Some.Acme, [], Time.GetUtcNow()), Cancel);
        await Events.Handle(new SlackRequest.TokensRevoked(Some.Acme, [new("U0OTHER")], Time.GetUtcNow()), Cancel);

        (await Find(Acme))!.IsInstalled.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_was_never_known_is_known_as_gone_from_the_moment_of_hearing()
    {
        await Uninstalled(Some.Globex, DateTimeOffset.UnixEpoch);

        (await Find(InstallKey.Of(Some.Globex)))!.LeftAt.ShouldBe(Time.GetUtcNow());
    }

    [Fact]
    public async Task A_time_to_come_does_not_make_a_later_departure_old_news()
    {
        await Install(Acme);
        await Uninstalled(Some.Acme, Time.GetUtcNow().AddYears(9));
        Time.Advance(TimeSpan.FromHours(1));
        await Install(Acme);
        Time.Advance(TimeSpan.FromHours(1));

        await Uninstalled(Some.Acme);

        (await Find(Acme))!.IsInstalled.ShouldBeFalse();
    }

    [Fact]
    public async Task An_organisation_leaves_as_a_whole()
    {
        await Install(new("E0GRID"));
        await Install(Acme);

        await Uninstalled(Grid);

        (await Find(new("E0GRID")))!.IsInstalled.ShouldBeFalse();
        (await Find(Acme))!.IsInstalled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_workspace_taken_out_of_an_organisations_install_is_not_served_by_it_until_it_is_back()
    {
        await Install(new("E0GRID"));

        await Access(isGranted: false);
        (await Installs.Serving(AcmeInGrid, Cancel)).ShouldBeNull();
        (await Installs.Serving(AcmeInGrid with { Team = new("T0ELSE") }, Cancel)).ShouldNotBeNull();
        Time.Advance(TimeSpan.FromSeconds(1));
        await Access(isGranted: true);
        (await Installs.Serving(AcmeInGrid, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task News_of_access_counts_by_when_it_happened()
    {
        await Install(new("E0GRID"));
        Time.Advance(TimeSpan.FromSeconds(10));
        var now = Time.GetUtcNow();

        await Access(isGranted: true, now.AddSeconds(-1));
        await Access(isGranted: false, now.AddSeconds(-2));
        (await Installs.Serving(AcmeInGrid, Cancel)).ShouldNotBeNull();

        await Access(isGranted: false, now);
        await Access(isGranted: true, now.AddSeconds(-1));
        (await Installs.Serving(AcmeInGrid, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_organisation_that_comes_back_counts_all_its_workspaces_in()
    {
        await Install(new("E0GRID"));
        await Access(isGranted: false);
        await Uninstalled(Grid);
        Time.Advance(TimeSpan.FromHours(1));

        await Install(new("E0GRID"));

        (await Installs.Serving(AcmeInGrid, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_a_token_is_set_such_news_changes_nothing()
    {
        var locks = Some.Service(Store);
        var slack = Clients.Over(new Wire(Wire.Ok), Time);
        var departures = new DeactivatedUsers(
            Store,
            Store,
            Store,
            Store,
            locks,
            slack,
            Time,
            NullLogger<DeactivatedUsers>.Instance
        );
        var events = new LifecycleEvents(
            new OwnTokenNews(),
            departures,
            new Members(slack, Time),
            new TimeZones(slack, Store, Time),
            Clients.Memberships(slack, Time)
        );

        await events.Handle(new SlackRequest.AppUninstalled(Some.Acme, Time.GetUtcNow()), Cancel);
        await events.Handle(new SlackRequest.TokensRevoked(Some.Acme, [Bot], Time.GetUtcNow()), Cancel);
        await events.Handle(
            new SlackRequest.TeamAccessChanged(Some.Acme, [Some.Acme.Team], IsGranted: false, Time.GetUtcNow()),
            Cancel
        );

        (await Store.List(Cancel)).ShouldBeEmpty();
    }

    private Task Install(InstallKey key) =>
        Installs.Arrive(
            new(key)
            {
                Bot = Bot,
                Token = new BotToken("xoxb-1").Seal(Cipher, key),
                IsOrgWide = key.Value[0] == 'E',
            },
            Cancel
        );

    private async Task<Installation?> Find(InstallKey key) => await Installs.Find(key, Cancel);

    private Task Told(string news, DateTimeOffset? at = null) =>
        news == "uninstalled"
            ? Uninstalled(Some.Acme, at)
            : Events.Handle(
                new SlackRequest.TokensRevoked(Some.Acme, [new("U0ELSE"), Bot], at ?? Time.GetUtcNow()),
                Cancel
            );

    private Task Uninstalled(Workspace workspace, DateTimeOffset? at = null) =>
        Events.Handle(new SlackRequest.AppUninstalled(workspace, at ?? Time.GetUtcNow()), Cancel);

    private Task Access(bool isGranted, DateTimeOffset? at = null) =>
        Events.Handle(
            new SlackRequest.TeamAccessChanged(Grid, [Some.Acme.Team], isGranted, at ?? Time.GetUtcNow()),
            Cancel
        );
}
