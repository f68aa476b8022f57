using System.Diagnostics;
using System.Globalization;
using LockThat.App;
using LockThat.App.Locks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Benchmarks.Load;

/// <summary>One of the servers that are measured, in a process of its own: the parent reads its address and closes its input to end it.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Server(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Resident memory, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<Server> Start(string kind, int resources, Uri? slack = null, string postgres = "")
    {
        var folder = Directory.CreateTempSubdirectory("lockthat-load-");
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(Server).Assembly.Location);
        string[] arguments = [kind, folder.FullName, resources.ToString(CultureInfo.InvariantCulture), slack?.ToString() ?? "http://127.0.0.1:9/", postgres];
        foreach (var argument in arguments.Prepend("serve"))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} cannot be started.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server {kind} did not start.");
        return new(process, folder, new(address));
    }

    /// <summary>The other side: serves until its input is closed.</summary>
    public static async Task<int> Serve(string kind, string[] arguments)
    {
        if (arguments is not [var folder, var resources, var slack, var postgres])
            throw new ArgumentException("A server needs its folder, the number of its resources, Slack's address and its database.", nameof(arguments));

        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = folder, EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var world = new World(int.Parse(resources, NumberStyles.None, CultureInfo.InvariantCulture));
        await using var app = Build(kind, builder, world, new Uri(slack), postgres);
        await app.StartAsync();
        if (app.Services.GetService<ILockStore>() is { } store)
            await world.Fill(store);
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static WebApplication Build(string kind, WebApplicationBuilder builder, World world, Uri slack, string postgres)
    {
        if (kind == "app")
        {
            builder.AddLockThat(Settings(builder, slack, postgres));
            var app = builder.Build();
            app.MapLockThat();
            return app;
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(TimeProvider.System);
        return kind switch
        {
            "plain" => Ceilings.Plain(builder),
            "durable" => Ceilings.Durable(builder, world),
            "statement" => Ceilings.Statement(builder, world, postgres),
            "slack" => Ceilings.Slack(builder),
            _ => throw new ArgumentException($"There is no server {kind}.", nameof(kind)),
        };
    }

    private static Settings Settings(WebApplicationBuilder builder, Uri slack, string postgres)
    {
        builder.Configuration.AddInMemoryCollection(
        [
            new("Slack:SigningSecret", SigningSecret),
            new("Slack:BotToken", "xoxb-load"),
            new("Slack:ApiUrl", new Uri(slack, "/api/").ToString()),
            new("Storage:Provider", postgres.Length > 0 ? nameof(StorageSettings.Postgres) : nameof(StorageSettings.LiteDb)),
            new("ConnectionStrings:Postgres", postgres),
        ]);
        return App.Settings.Read(builder.Configuration) is SettingsReading.Sound(var settings)
            ? settings
            : throw new InvalidOperationException("The settings of the load are wrong.");
    }
}
