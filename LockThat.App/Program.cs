using System.Diagnostics;
using LockThat.App;
using LockThat.App.Storage;

if (!Globalization.IsComplete)
    return await Refuse(Globalization.Fault);
var builder = WebApplication.CreateBuilder(args);
var reading = Settings.Read(builder.Configuration);
if (args is ["check", ..])
    return await Check.Run(reading, storage => FileCheck.Trouble(storage, builder.Environment.ContentRootPath), Console.Out, CancellationToken.None);
if (args is ["health", ..])
    return await HealthCommand.Run(builder.Configuration, Console.Out, CancellationToken.None);
return reading switch
{
    SettingsReading.Sound(var settings) => await Serve(settings),
    SettingsReading.Faulty faulty => await Refuse(faulty.Message),
    _ => throw new UnreachableException(),
};

async Task<int> Serve(Settings settings)
{
    // A start that failed is said below, in one line where the reason is known and by the runtime where it is a bug.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    try
    {
        builder.AddLockThat(settings);
        await using var app = builder.Build();
        app.MapLockThat();
        await app.RunAsync();
        return 0;
    }
    catch (Exception failure) when (LockThatApp.WhyNotStarted(failure) is { } why)
    {
        return await Refuse($"LockThat cannot start: {why}");
    }
}

static async Task<int> Refuse(string why)
{
    await Console.Error.WriteLineAsync(why);
    return 1;
}
