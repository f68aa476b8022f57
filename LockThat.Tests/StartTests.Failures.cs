using System.Net;
using System.Net.Sockets;

namespace LockThat.Tests;

public sealed partial class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var data = Directory.CreateTempSubdirectory("lockthat-");
        var (exit, output, error) = await Run(
            [
                "--urls",
                $"http://{other.LocalEndpoint}",
                "--Storage:LiteDb:Path",
                Path.Combine(data.FullName, "lockthat.db"),
            ],
            ("Slack__SigningSecret", "s"),
            ("Slack__BotToken", "xoxb-x")
        );
        data.Delete(recursive: true);
        exit.ShouldBe(1);
        error.ShouldSatisfyAllConditions(
            said => said.ShouldContain("already in use"),
            said => said.Trim().ShouldNotContain('\n')
        );
        output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("Logging__LogLevel__Default", "Loud")]
    [InlineData("urls", "http://127.0.0.1:99999")]
    [InlineData("urls", "https://127.0.0.1:0")]
    [InlineData("urls", "http://192.0.2.1:80")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "zz")]
    public async Task What_else_keeps_it_from_starting_is_said_in_one_line(string variable, string value)
    {
        var data = Directory.CreateTempSubdirectory("lockthat-");
        var (exit, output, error) = await Run(
            variable == "urls" ? ["--urls", value] : ["--urls", "http://127.0.0.1:0"],
            ("Slack__SigningSecret", "s"),
            ("Slack__BotToken", "xoxb-x"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            // A home in which no SDK has put a certificate for developers.
            ("HOME", data.FullName),
            ("Storage__LiteDb__Path", Path.Combine(data.FullName, "lockthat.db")),
            (variable, value)
        );
        data.Delete(recursive: true);
        exit.ShouldBe(1);
        error.ShouldStartWith("LockThat cannot start: ");
        error.Trim().ShouldNotContain('\n');
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Who_develops_it_sees_where_it_failed_beside_the_line()
    {
        var (exit, output, error) = await Run(
            ["--urls", "nonsense", "--environment", "Development"],
            ("Slack__SigningSecret", "s"),
            ("Slack__BotToken", "xoxb-x")
        );
        (exit, error.Trim()).ShouldBe(
            (1, "LockThat cannot start: Invalid url: 'nonsense' An address is http://HOST:PORT.")
        );
        output.ShouldContain("   at ");
    }

    [Theory]
    [InlineData("no-such-folder", "no-such-folder/ is not an accessible folder.", "--urls=http://127.0.0.1:0")]
    [InlineData("", "/appsettings.json'. ", "check")]
    public async Task What_cannot_be_read_is_said_in_one_line(string folder, string said, string argument)
    {
        var root = Directory.CreateTempSubdirectory("lockthat-");
        await File.WriteAllTextAsync(
            Path.Combine(root.FullName, "appsettings.json"),
            "{",
            TestContext.Current.CancellationToken
        );
        var (exit, output, error) = await Run([argument, "--contentRoot", Path.Combine(root.FullName, folder)]);
        root.Delete(recursive: true);
        (exit, output).ShouldBe((1, ""));
        error.ShouldStartWith("LockThat cannot start: ");
        error.ShouldContain(said);
        error.Trim().ShouldNotContain('\n');
    }
}
