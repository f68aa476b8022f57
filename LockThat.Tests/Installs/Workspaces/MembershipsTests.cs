using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack.Requests;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Installs.Workspaces;

/// <summary>The word of Slack about people, as far as the rules of a team ask for it.</summary>
public sealed class MembershipsTests
{
    private const string Nobody = """{"ok":true,"user":{"is_admin":false,"is_owner":false,"is_restricted":false}}""";

    private readonly FakeTimeProvider _time = new(Some.Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"ok":true,"user":{"is_admin":true}}""", true, false)]
    [InlineData("""{"ok":true,"user":{"is_admin":false,"is_owner":true}}""", true, false)]
    [InlineData("""{"ok":true,"user":{"is_admin":false,"is_restricted":true}}""", false, true)]
    [InlineData("""{"ok":true,"user":{"is_restricted":true,"is_ultra_restricted":true}}""", false, true)]
    [InlineData(Nobody, false, false)]
    public async Task Owners_and_admins_are_administrators_and_guests_of_any_kind_are_guests(
        string reply,
        bool isAdministrator,
        bool isGuest
    ) => (await Find(reply)).ShouldBe(new Membership(isAdministrator, isGuest));

    [Theory]
    [InlineData("""{"ok":true,"user":{}}""")]
    [InlineData("""{"ok":false,"error":"user_not_found"}""")]
    [InlineData("""{"ok":false,"error":"missing_scope"}""")]
    public async Task What_Slack_does_not_say_is_unknown(string reply) => (await Find(reply)).IsKnown.ShouldBeFalse();

    [Fact]
    public async Task The_installer_is_an_administrator()
    {
        var slack = Clients.Over(new Wire(Wire.Says(Nobody)), _time);
        var memberships = new Memberships(slack, new Everywhere(Some.Bob), new(slack, _time), _time);

        (await memberships.Find(Some.Acme, Some.Bob, [], Cancel)).IsAdministrator.ShouldBeTrue();
        (await memberships.Find(Some.Acme, Some.Ada, [], Cancel)).IsAdministrator.ShouldBeFalse();
    }

    [Fact]
    public async Task Slack_is_asked_again_after_five_minutes_and_a_reported_change_counts_at_once()
    {
        var wire = new Wire(Wire.Says(Nobody));
        var memberships = Clients.Memberships(Clients.Over(wire, _time), _time);
        await memberships.Find(Some.Acme, Some.Bob, [], Cancel);
        await memberships.Find(Some.Acme, Some.Bob, [], Cancel);
        wire.Sent.Count.ShouldBe(1);

        memberships.Learn(Some.Acme, Some.Bob, new PersonRoles(IsAdministrator: true, IsGuest: false));
        (await memberships.Find(Some.Acme, Some.Bob, [], Cancel)).IsAdministrator.ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(5));
        (await memberships.Find(Some.Acme, Some.Bob, [], Cancel)).IsAdministrator.ShouldBeFalse();
        wire.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Groups_are_asked_for_only_where_they_matter_and_are_those_of_the_person()
    {
        var wire = new Wire
        {
            Answering = sent =>
                sent.Contains("include_users", StringComparison.Ordinal)
                    ? """{"ok":true,"usergroups":[{"id":"S0LEADS","name":"Leads","users":["U0BOB"]},{"id":"S0B","name":"B"}]}"""
                    : Nobody,
        };
        var memberships = Clients.Memberships(Clients.Over(wire, _time), _time);

        (await memberships.Find(Some.Acme, Some.Bob, [], Cancel)).Groups.ShouldBe([]);
        wire.Sent.Count.ShouldBe(1);
        (await memberships.Find(Some.Acme, Some.Bob, [new("S0LEADS")], Cancel)).Groups.ShouldBe([new("S0LEADS")]);
        (await memberships.Find(Some.Acme, Some.Ada, [new("S0LEADS")], Cancel)).Groups.ShouldBe([]);
        wire.Sent.Count.ShouldBe(3);
    }

    private Task<Membership> Find(string reply) =>
        Clients
            .Memberships(Clients.Over(new Wire(Wire.Says(reply)), _time), _time)
            .Find(Some.Acme, Some.Bob, [], Cancel);
}
