using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using LockThat.App;
using LockThat.App.Locks.Stores;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.Postgres;

// Logged and stored dates have the same form on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (!Globalization.IsComplete)
    return await Refuse(Globalization.Fault);
var command = CommandLine.Read(args);
WebApplicationBuilder builder;
try
{
    builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = [.. command.Options], ContentRootPath = ContentRoot.Unless(command.Options) }
    );
}
catch (Exception unread)
    when (unread
            is IOException
                or UnauthorizedAccessException
                or InvalidDataException
                or FormatException
                or ArgumentException
    )
{
    return await Refuse($"LockThat cannot start: {LockThatApp.WhyNotStarted(unread)}");
}

var root = builder.Environment.ContentRootPath;
return command switch
{
    CommandLine.Serve => await (
        LockThatSettings.Read(builder.Configuration) switch
        {
            SettingsReading.Sound(var settings) => Serve(settings),
            SettingsReading.Faulty faulty => Refuse(faulty.Message),
            _ => throw new UnreachableException(),
        }
    ),
    CommandLine.Check => await Check.Run(
        LockThatSettings.Read(builder.Configuration),
        storage => StorageProbe.At(storage, root, CancellationToken.None),
        Console.Out,
        CancellationToken.None
    ),
    CommandLine.Health => await HealthCommand.Run(builder.Configuration, Console.Out, CancellationToken.None),
    CommandLine.Backup(var file) => await OnStore(storage =>
        StoreCommands.Backup(storage, root, file, TimeProvider.System, CancellationToken.None)
    ),
    CommandLine.Restore(var file) => await OnStore(storage =>
        StoreCommands.Restore(storage, root, file, TimeProvider.System)
    ),
    CommandLine.Migrate(var from, var to) => await Report(
        await Stoppable(stop => MigrateCommand.Run(from, to, Console.Out, TimeProvider.System, stop))
    ),
    CommandLine.ForgetTokens => await (
        LockThatSettings.Read(builder.Configuration) switch
        {
            SettingsReading.Sound(var settings) => Forget(settings),
            SettingsReading.Faulty faulty => Refuse(faulty.Message),
            _ => throw new UnreachableException(),
        }
    ),
    CommandLine.Help => await Say(CommandLine.Usage),
    CommandLine.Misspelt(var fault) => await Refuse(fault),
    _ => throw new UnreachableException(),
};

async Task<int> Serve(LockThatSettings settings)
{
    // A failed start is reported below, in one line.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    var isStarted = false;
    try
    {
        builder.AddLockThat(settings);
        await using var app = builder.Build();
        app.Services.GetRequiredService<StorageLifetime>().Begin();
        app.MapLockThat();
        app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
        await app.RunAsync();
        return 0;
    }
    catch (Exception failure) when (!isStarted)
    {
        if (builder.Environment.IsDevelopment())
            await Console.Out.WriteLineAsync(failure.ToString());
        return await Refuse($"LockThat cannot start: {LockThatApp.WhyNotStarted(failure)}");
    }
}

// These commands need only the place of the locks: a store is restored before the rest is set.
async Task<int> OnStore(Func<StorageSettings, Task<CommandReport>> act)
{
    var (storage, faults) = LockThatSettings.ReadStorage(builder.Configuration);
    if (faults.Count > 0)
        return await Refuse(string.Join(' ', faults));
    // If no setting named the store, the command would take another one than the app's, and nobody would notice.
    if (
        string.IsNullOrWhiteSpace(builder.Configuration["Storage:LiteDb:Path"])
        && LockThatSettings.Read(builder.Configuration) is SettingsReading.Faulty
    )
        return await Refuse(
            "Which store? Run this with the settings that the app runs with, or set Storage:LiteDb:Path."
        );
    return await Report(await act(storage));
}

async Task<int> Forget(LockThatSettings settings)
{
    try
    {
        builder.AddLockThat(settings);
        await using var app = builder.Build();
        if (settings.Storage is StorageSettings.Postgres(var connectionString))
            await OfflineDatabase.RequireAlone(connectionString, CancellationToken.None);
        return await Report(await ForgetTokens.Run(app.Services, CancellationToken.None));
    }
    catch (Exception fault) when (fault is StorageException or StoreUnavailableException)
    {
        return await Refuse(fault.Message);
    }
    catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException)
    {
        return await Refuse(LockThatApp.WhyNotStarted(wrong));
    }
}

// The command cleans up when it is asked to stop; a second request ends it at once.
static async Task<T> Stoppable<T>(Func<CancellationToken, Task<T>> run)
{
    using var stop = new CancellationTokenSource();
    using var byKey = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var byOrder = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    return await run(stop.Token);

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }
}

static Task<int> Report(CommandReport report) => report.IsDone ? Say(report.Line) : Refuse(report.Line);

static async Task<int> Say(string line)
{
    await Console.Out.WriteLineAsync(line);
    return 0;
}

static async Task<int> Refuse(string why)
{
    await Console.Error.WriteLineAsync(why);
    return 1;
}
