using LockThat.App.Operator;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Configuration;

namespace LockThat.Tests;

public sealed class HealthCommandTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(null, null, "http://localhost:5000/")]
    [InlineData(null, "8080", "http://localhost:8080/")]
    [InlineData(null, "8081;8082", "http://localhost:8081/")]
    [InlineData("http://+:8080", null, "http://localhost:8080/")]
    [InlineData("http://*:80", "8080", "http://localhost/")]
    [InlineData("http://0.0.0.0:8080", null, "http://localhost:8080/")]
    [InlineData("http://[::]:8080", null, "http://localhost:8080/")]
    [InlineData("http://127.0.0.1:9000", null, "http://127.0.0.1:9000/")]
    [InlineData("https://localhost:8443;http://localhost:8080", null, "http://localhost:8080/")]
    public void It_asks_where_the_app_listens(string? urls, string? ports, string address) =>
        HealthCommand.Address(Configured(urls, ports)).ToString().ShouldBe(address);

    [Fact]
    public async Task It_is_content_when_the_app_is_ready()
    {
        await using var app = await RunningApp.Start(answer: null);
        var (code, said) = await Ask(app.Http.BaseAddress?.ToString());
        // The scheduler starts beside the server, so that the first answers may come without it.
        for (
            var start = TimeProvider.System.GetTimestamp();
            code != 0 && TimeProvider.System.GetElapsedTime(start) < Generous;

        )
            (code, said) = await Ask(app.Http.BaseAddress?.ToString());
        (code, said.Contains("\"status\":\"ok\"", StringComparison.Ordinal)).ShouldBe((0, true));
    }

    [Fact]
    public async Task It_says_when_nobody_answers()
    {
        var (code, said) = await Ask("http://127.0.0.1:1");
        (code, said).ShouldBe((1, "http://127.0.0.1:1/health/ready does not answer.\n"));
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("http://127.0.0.1:99999", null)]
    [InlineData(null, "many")]
    public async Task It_says_when_there_is_no_such_address(string? urls, string? ports)
    {
        using var output = new StringWriter();
        (await HealthCommand.Run(Configured(urls, ports), output, TestContext.Current.CancellationToken)).ShouldBe(1);
        output.ToString().ShouldStartWith("The address of the app cannot be found out: ");
        output.ToString().Trim().ShouldNotContain('\n');
    }

    private static async Task<(int Code, string Said)> Ask(string? url)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (
            await HealthCommand.Run(Configured(url, null), output, TestContext.Current.CancellationToken),
            output.ToString()
        );
    }

    private static IConfigurationRoot Configured(string? urls, string? ports) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), new("http_ports", ports)]).Build();
}
