using System.Net;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Installs;

/// <summary>Holders and watchers whose accounts exist no more.</summary>
public sealed class DeactivatedUsersTests : StoreOnDisk
{
    private const string Here = """{"ok":true,"user":{"deleted":false}}""";
    private const string Gone = """{"ok":true,"user":{"deleted":true}}""";
    private static readonly EnterpriseId Grid = new("E0GRID");

    private LockService Locks => Some.Service(Store);

    [Fact]
    public async Task Everybody_is_asked_about_once_and_who_is_gone_leaves_what_they_hold()
    {
        await Lock(Some.Acme, Some.Ada, "hers");
        await Lock(Some.Acme, Some.Ada, "hers-too");
        await Lock(Some.Acme, Some.Bob, "his");
        var wire = Answers(user => user == "U0ADA" ? Gone : Here);

        await AskAboutAll(wire);

        Asked(wire).ShouldBe(["U0ADA", "U0BOB"], ignoreOrder: true);
        (await Held(Some.Acme)).ShouldBe(["his"]);
    }

    [Fact]
    public async Task The_time_zone_of_a_person_who_is_gone_is_forgotten()
    {
        await Lock(Some.Acme, Some.Ada, "hers");
        await Store.SavePerson(new(Some.Acme, Some.Ada, "Europe/Berlin", Some.Noon), Cancel);
        await Store.SavePerson(new(Some.Acme, Some.Bob, "Europe/Berlin", Some.Noon), Cancel);

        await AskAboutAll(Answers(_ => Gone));

        (await Store.FindPerson(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
        (await Store.FindPerson(Some.Acme.Team, Some.Bob, Cancel)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("user_not_found")]
    [InlineData("user_not_visible")]
    public async Task Who_Slack_does_not_show_is_not_taken_for_gone_and_the_others_are_asked_about(string error)
    {
        await Lock(Some.Acme, Some.Ada, "hers");
        await Lock(Some.Acme, Some.Bob, "his");
        var wire = Answers(user => user == "U0ADA" ? $$"""{"ok":false,"error":"{{error}}"}""" : Gone);

        await AskAboutAll(wire);

        (await Held(Some.Acme)).ShouldBe(["hers"]);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"missing_scope"}""", 1)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 3)]
    [InlineData("<html>", 3)]
    public async Task The_trouble_of_one_workspace_does_not_stop_the_others(string trouble, int leastTries)
    {
        foreach (var user in (UserId[])[Some.Ada, Some.Bob, Some.Cleo])
            await Lock(Some.Acme, user, user.Value);
        await Lock(Some.Globex, new("U0DORA"), "hers");
        var wire = Answers(user => user == "U0DORA" ? Gone : trouble);

        await AskAboutAll(wire);

        (await Held(Some.Globex)).ShouldBeEmpty();
        (await Held(Some.Acme)).Count.ShouldBe(3);
        Asked(wire).Count(user => user != "U0DORA").ShouldBeGreaterThanOrEqualTo(leastTries);
        Asked(wire).Where(user => user != "U0DORA").Distinct().Count().ShouldBe(1, "it is no use to ask on");
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        await Lock(Some.Acme, Some.Ada, "hers");
        var wire = new Wire(
            Wire.Says("{}", (int)HttpStatusCode.TooManyRequests, ("Retry-After", "600")),
            Wire.Says(Gone)
        );

        await AskAboutAll(wire);

        (await Held(Some.Acme)).ShouldBeEmpty();
        (Time.GetUtcNow() - Some.Noon).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Many_are_asked_about_at_a_walking_pace()
    {
        foreach (var number in Enumerable.Range(0, 100))
            await Lock(Some.Acme, new($"U{number}"), $"{number}");

        await AskAboutAll(Answers(_ => Here));

        (Time.GetUtcNow() - Some.Noon).ShouldBeGreaterThan(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Where_the_app_is_not_installed_nobody_is_asked()
    {
        await Lock(Some.Acme, Some.Ada, "hers");
        var wire = new Wire(Wire.Says(Gone));

        await AskAboutAll(wire, token: null);

        wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_from_an_organisation_as_a_whole_concerns_all_that_is_reached_through_it()
    {
        await Lock(new(new("T1"), Grid), Some.Ada, "one");
        await Lock(new(new("T2"), Grid), Some.Ada, "two");
        await Lock(Some.Acme, Some.Ada, "three");

        await Departures(new Wire(Wire.Ok)).ReleaseAllOf(new(new("E0GRID"), Grid), Some.Ada, Cancel);

        (await Store.Participants(Cancel)).ShouldBe([new(Some.Acme, Some.Ada)]);
        (await IsFormer(new("T1"))).ShouldBeTrue();
        (await IsFormer(new("T2"))).ShouldBeTrue();
        (await IsFormer(Some.Acme.Team)).ShouldBeFalse();
    }

    private async Task<bool> IsFormer(TeamId team) =>
        (await Store.FormerMembers(team, [Some.Ada], TimeSpan.Zero, Cancel)).Count > 0;

    private DeactivatedUsers Departures(Wire wire, string? token = "xoxb-1") =>
        new(
            Store,
            Store,
            Store,
            Store,
            Locks,
            Clients.Over(wire, Time, token),
            Time,
            NullLogger<DeactivatedUsers>.Instance
        );

    private Task AskAboutAll(Wire wire, string? token = "xoxb-1") =>
        Time.AdvanceUntil(Departures(wire, token).AskAboutAll(Cancel), TimeSpan.FromSeconds(30));

    private static Wire Answers(Func<string, string> about) => new() { Answering = body => about(UserOf(body)) };

    private static IReadOnlyList<string> Asked(Wire wire) => [.. wire.Sent.Select(sent => UserOf(sent.Body))];

    private static string UserOf(string body) => body["user=".Length..];

    private Task Lock(Workspace workspace, UserId user, string name) =>
        Locks.Execute(
            new(workspace, user, new RequestId(name)),
            Some.For(TimeSpan.FromDays(9)) with
            {
                Name = ResourceName.Of(name),
            },
            Cancel
        );

    private async Task<IReadOnlyList<string>> Held(Workspace workspace) =>
        [
            .. (await Store.List(workspace.Team, reader: null, Cancel))
                .Resources.Where(resource => resource.Lease is not null)
                .Select(resource => resource.Name.Display),
        ];
}
