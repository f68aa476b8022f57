using System.Net;
using LockThat.Playground;
using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground;

public sealed class PlaygroundHostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_and_the_app_listen_on_this_machine_at_two_addresses()
    {
        using var folder = new TemporaryFolder();
        await using var host = await PlaygroundHost.Start(
            new() { Url = new("http://127.0.0.1:0"), ContentRoot = folder.Path },
            Ct
        );
        (host.Address.IsLoopback, host.AppAddress.IsLoopback).ShouldBe((true, true));
        host.Address.ShouldNotBe(host.AppAddress);
        host.Workspace.Journal.Deliveries.ShouldBeEmpty("Warming the app up leaves no trace");
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("lockthat.example", HttpStatusCode.BadRequest)]
    public async Task In_a_container_it_is_reached_from_outside_but_by_the_name_of_this_machine_alone(
        string name,
        HttpStatusCode status
    )
    {
        using var folder = new TemporaryFolder();
        await using var host = await PlaygroundHost.Start(
            new()
            {
                Url = new("http://localhost:0"),
                IsInContainer = true,
                ContentRoot = folder.Path,
            },
            Ct
        );
        host.Address.IsLoopback.ShouldBeTrue("the app finds it there");
        using var http = new HttpClient();
        // Not where a Playground outside a container listens.
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new UriBuilder(host.Address) { Host = "127.0.0.2", Query = "as=grace" }.Uri
        );
        request.Headers.Host = name;
        (await http.SendAsync(request, Ct)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task The_moved_clock_is_remembered_in_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        await using (
            var host = await PlaygroundHost.Start(
                new() { Url = new("http://127.0.0.1:0"), ContentRoot = folder.Path },
                Ct
            )
        )
            await host.Workspace.MovesAhead(TimeSpan.FromDays(2), Ct);
        await using var again = await PlaygroundHost.Start(
            new() { Url = new("http://127.0.0.1:0"), ContentRoot = folder.Path },
            Ct
        );
        (again.Workspace.Time as Clock).ShouldNotBeNull().Offset.ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task The_clock_waits_for_what_is_on_its_way()
    {
        var clock = new Clock(new FakeTimeProvider());
        var workspace = new Workspace(clock);
        var work = workspace.Works();
        var moving = workspace.MovesAhead(TimeSpan.FromHours(1), Ct);
        clock.Offset.ShouldBe(TimeSpan.Zero);
        work.Dispose();
        await moving;
        clock.Offset.ShouldBe(TimeSpan.FromHours(1));
    }
}
