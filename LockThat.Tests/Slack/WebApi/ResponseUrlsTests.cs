using LockThat.App.Slack.WebApi;

namespace LockThat.Tests.Slack.WebApi;

public sealed class ResponseUrlsTests
{
    private static readonly ResponseUrls Urls = new(new Uri("http://127.0.0.1:5080/api/"));

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/x")]
    [InlineData("https://HOOKS.slack.com:443/actions/T1/2/x?y=z")]
    [InlineData("https://hooks.slack-gov.com/commands/T1/2/x")]
    [InlineData("https://Hooks.Slack-Gov.com:443/actions/T1/2/x")]
    [InlineData("http://127.0.0.1:5080/response/1")]
    public void Slacks_and_the_Web_APIs_own_origin_may_be_used(string url) => Urls.Allowed(url).ShouldBe(new Uri(url));

    [Theory]
    [InlineData("")]
    [InlineData("hooks.slack.com/commands")]
    [InlineData("//hooks.slack.com/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com:8443/x")]
    [InlineData("https://hooks.slack.com./x")]
    [InlineData("https://slack.com/x")]
    [InlineData("https://slack-gov.com/x")]
    [InlineData("http://hooks.slack-gov.com/x")]
    [InlineData("https://hooks.slack-gov.com:8443/x")]
    [InlineData("https://hooks.slack-gov.com.evil.example/x")]
    [InlineData("https://hooks.slackgov.com/x")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://hooks.slack.com:443@evil.example/x")]
    [InlineData("https://me@hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com\\@evil.example/x")]
    [InlineData("https://evil.example\\hooks.slack.com/x")]
    [InlineData(" https://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com/x\r\nHost: evil.example")]
    [InlineData("https://hооks.slack.com/x")]
    [InlineData("http://127.0.0.1:5081/x")]
    [InlineData("https://127.0.0.1:5080/x")]
    [InlineData("http://localhost:5080/x")]
    [InlineData("http://2130706433:5081/x")]
    [InlineData("file:///etc/passwd")]
    public void Any_other_origin_is_refused(string url) => Urls.Allowed(url).ShouldBeNull();
}
