using System.Net;
using System.Net.Sockets;
using LockThat.Playground;

namespace LockThat.Tests.Playground;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.2:5080")]
    [InlineData("https://localhost:5080")]
    [InlineData("nonsense")]
    public async Task Only_an_address_of_this_machine_is_served(string url)
    {
        var (code, output, errors) = await Run("--urls", url);
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldBe(
            $"The Playground serves one http:// address of this machine, such as http://localhost:5080, and not \"{url}\".\n"
        );
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (code, output, errors) = await Run("--urls", $"http://127.0.0.1:{port}");
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldBe(
            $"Port {port} is already in use. Stop what listens there, or choose another port: --urls http://localhost:PORT\n"
        );
    }

    [Fact]
    public async Task Outside_a_container_it_does_not_listen_as_in_one()
    {
        var (code, output, errors) = await Run("--in-container", "--DOTNET_RUNNING_IN_CONTAINER=false");
        (code, output).ShouldBe((1, ""));
        errors.ShouldStartWith("--in-container is for containers");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_says_what_it_takes(string help)
    {
        var (code, output, _) = await Run("--socket-mode", help);
        code.ShouldBe(0);
        foreach (var option in (string[])["--urls", "--socket-mode", "--in-container", "--Locks:RemindBefore"])
            output.ShouldContain(option);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Run(args, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
