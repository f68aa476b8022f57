using LockThat.App;
using LockThat.Playground.Wire;
using Microsoft.Extensions.Configuration;

namespace LockThat.Tests.Entrances;

/// <summary><c>check</c> against a workspace that answers.</summary>
public sealed class CheckTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task All_is_right_in_a_workspace_that_has_the_app()
    {
        var (exit, said) = await Check(Addresses.BotToken);
        exit.ShouldBe(0);
        foreach (var line in (string[])["settings: right.", "token: right,", "scopes: right", "storage: right,"])
            said.ShouldContain(line);
    }

    [Fact]
    public async Task A_wrong_token_is_said() => (await Check("xoxb-else")).Exit.ShouldBe(1);

    private async Task<(int Exit, string Said)> Check(string token)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Slack:SigningSecret", "s"),
            new("Slack:BotToken", token),
            new("Slack:ApiUrl", stage.Engine.Addresses.Api.ToString()),
        ]).Build();
        using var output = new StringWriter();
        var exit = await LockThat.App.Check.Run(Settings.Read(configuration), _ => new(null), output, TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
