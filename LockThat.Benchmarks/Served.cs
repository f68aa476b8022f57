using System.Globalization;
using System.Text.Json;
using LockThat.App;
using LockThat.App.Locks.Stores;
using LockThat.App.Settings;
using LockThat.Benchmarks.Ends;
using LockThat.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Benchmarks;

/// <summary>The other side of <see cref="Server"/>: serves, and obeys a line at a time, until its input is
/// closed.</summary>
internal static class Served
{
    /// <summary>The order that is answered with <see cref="Vitals"/>.</summary>
    public const string SayVitals = "vitals";

    /// <summary>So many people are to wait in line for each resource.</summary>
    public const string Line = "line ";

    /// <summary>The same, after a collection. Every other order is an <see cref="Ending"/>.</summary>
    public const string Collect = "collect";

    public static async Task<int> Run(string kind, string[] arguments)
    {
        if (arguments is not [var folder, var resources, var slack, var postgres])
            throw new ArgumentException(
                "A server needs its folder, the number of its resources, Slack's address and its database.",
                nameof(arguments)
            );

        var world = new World(int.Parse(resources, NumberStyles.None, CultureInfo.InvariantCulture));
        await using var app =
            kind == "app" ? App(folder, new Uri(slack), postgres) : Other(kind, Builder(folder), world, postgres);
        using var ear = new Ear(app.Services);
        await app.StartAsync();
        if (app.Services.GetService<IResourceStore>() is { } store)
            await world.Fill(store);
        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is { } order)
            Console.WriteLine(await Obey(order, world, app.Services.GetRequiredService<IResourceStore>(), ear));
        await app.StopAsync();
        return 0;
    }

    private static async Task<string> Obey(string order, World world, IResourceStore store, Ear ear)
    {
        if (order == Collect)
            GC.Collect();
        if (order is SayVitals or Collect)
            return JsonSerializer.Serialize(await ear.Vitals(store), VitalsJson.Default.Vitals);
        if (order.StartsWith(Line, StringComparison.Ordinal))
            await world.Wait(store, int.Parse(order[Line.Length..], NumberStyles.None, CultureInfo.InvariantCulture));
        else
            await Ending.Read(order).Fill(store);
        return "done";
    }

    /// <summary>The app, on an address of its own; not started yet.</summary>
    public static WebApplication App(string folder, Uri slack, string postgres)
    {
        var builder = Builder(folder);
        builder.AddLockThat(Settings(builder, slack, postgres));
        var app = builder.Build();
        app.MapLockThat();
        return app;
    }

    private static WebApplicationBuilder Builder(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new() { ContentRootPath = folder, EnvironmentName = "Production" }
        );
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        return builder;
    }

    private static WebApplication Other(string kind, WebApplicationBuilder builder, World world, string postgres)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRouting();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(TimeProvider.System);
        return kind switch
        {
            "plain" => Ceilings.Plain(builder),
            "durable" => Ceilings.Durable(builder, world),
            "statement" => Ceilings.Statement(builder, world, postgres),
            "slack" => Ceilings.Slack(builder),
            "strict slack" => StrictSlack.Build(builder),
            _ => throw new ArgumentException($"There is no server {kind}.", nameof(kind)),
        };
    }

    private static LockThatSettings Settings(WebApplicationBuilder builder, Uri slack, string postgres)
    {
        builder.Configuration.AddInMemoryCollection(
            AppSettings.Of(slack, postgres).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
        );
        return LockThat.App.Settings.LockThatSettings.Read(builder.Configuration) is SettingsReading.Sound(var settings)
            ? settings
            : throw new InvalidOperationException("The settings of the load are wrong.");
    }
}
