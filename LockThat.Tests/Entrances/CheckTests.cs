using LockThat.App.Settings;
using LockThat.App.Storage;
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

    [Theory]
    [InlineData("xapp-playground", 0, "app token: right,")]
    [InlineData("xapp-else", 1, "app token: wrong, Slack says invalid_auth. Set Slack:AppToken anew")]
    public async Task The_apps_own_token_is_looked_at_where_it_is_set(string appToken, int exit, string said)
    {
        var check = await Check(Addresses.BotToken, appToken);
        check.Exit.ShouldBe(exit);
        check.Said.ShouldContain(said);
    }

    private async Task<(int Exit, string Said)> Check(string token, string? appToken = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Slack:SigningSecret", "s"),
                new("Slack:BotToken", token),
                new("Slack:AppToken", appToken),
                new("Slack:ApiUrl", stage.Slack.Addresses.Api.ToString()),
            ])
            .Build();
        using var output = new StringWriter();
        var exit = await LockThat.App.Operator.Check.Run(
            LockThatSettings.Read(configuration),
            _ => Task.FromResult(new StorageProbe(null)),
            output,
            TestContext.Current.CancellationToken
        );
        return (exit, output.ToString());
    }
}
