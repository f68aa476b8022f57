using LockThat.App;
using LockThat.App.Settings;
using Microsoft.Extensions.Configuration;

namespace LockThat.Tests;

public sealed class StartLineTests
{
    [Theory]
    [InlineData("s", null, "HTTP")]
    [InlineData("s", "xapp-1", "HTTP and Socket Mode")]
    [InlineData(null, "xapp-1", "Socket Mode")]
    public void It_says_by_which_entrances_Slack_comes_in(string? secret, string? appToken, string entrances)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Slack:SigningSecret", secret),
                new("Slack:AppToken", appToken),
                new("Slack:BotToken", "xoxb-x"),
            ])
            .Build();
        StartLine
            .Entrances(LockThatSettings.Read(configuration).ShouldBeOfType<SettingsReading.Sound>().Settings)
            .ShouldBe(entrances);
    }
}
