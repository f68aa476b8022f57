using LockThat.Playground;
using LockThat.Playground.Ui;
using LockThat.Playground.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Browser;

/// <summary>The page alone, over a workspace that the test fills; no app answers behind it.</summary>
sealed class UiHost : IAsyncDisposable
{
    readonly WebApplication app;

    UiHost(WebApplication app, Engine engine) => (this.app, Engine) = (app, engine);

    public Engine Engine { get; }

    public string Address => app.Urls.First();

    public static async Task<UiHost> Start(TimeProvider time, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var engine = new Engine(new Workspace(time), new Addresses { App = new("http://127.0.0.1:9") });
        builder.Services.AddSingleton(engine);
        PlaygroundUi.Add(builder.Services);
        var page = builder.Build();
        PlaygroundUi.Map(page);
        await page.StartAsync();
        return new(page, engine);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Engine.Dispose();
    }
}
