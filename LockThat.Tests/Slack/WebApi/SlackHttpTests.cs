using System.Net;
using LockThat.App.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Slack.WebApi;

public sealed class SlackHttpTests
{
    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        await using var server = builder.Build();
        var followed = false;
        server.MapGet("/from", () => Results.Redirect("/to"));
        server.MapGet("/to", () => followed = true);
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var http = SlackHttp.Client();
        var response = await http.GetAsync(
            new Uri(server.Urls.Single() + "/from"),
            TestContext.Current.CancellationToken
        );
        (response.StatusCode, followed).ShouldBe((HttpStatusCode.Redirect, false));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/api/", true)]
    [InlineData("http://localhost:5080/api/", true)]
    [InlineData("http://[::1]:5080/api/", true)]
    [InlineData("https://slack.com/api/", false)]
    public void The_systems_proxy_is_left_out_on_this_machine(string url, bool isDirect)
    {
        var proxy = new SlackHttp.ExceptForLoopback(new WebProxy("http://proxy.example:3128"));
        proxy.IsBypassed(new Uri(url)).ShouldBe(isDirect);
        (proxy.GetProxy(new Uri(url)) is null).ShouldBe(isDirect);
    }
}
