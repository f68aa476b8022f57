using System.Diagnostics;
using LockThat.App;
using LockThat.App.Storage;
using Microsoft.AspNetCore.Connections;

if (!Globalization.IsComplete)
    return await Refuse(Globalization.Fault);
var builder = WebApplication.CreateBuilder(args);
var reading = Settings.Read(builder.Configuration);
if (args is ["check", ..])
    return await Check.Run(reading, storage => FileCheck.Trouble(storage, builder.Environment.ContentRootPath), Console.Out, CancellationToken.None);
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
        await app.Services.OpenStorage(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
    catch (StorageException closed)
    {
        return await Refuse($"LockThat cannot start: {closed.Message}");
    }
    catch (IOException taken) when (taken.InnerException is AddressInUseException)
    {
        return await Refuse($"LockThat cannot start: {taken.Message} Choose another address with --urls.");
    }
}

static async Task<int> Refuse(string why)
{
    await Console.Error.WriteLineAsync(why);
    return 1;
}
