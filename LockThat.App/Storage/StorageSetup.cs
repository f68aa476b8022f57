using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.App.Storage;

/// <summary>Picks the store, opens it before anything else runs, and closes it after everything else has stopped.</summary>
public static class StorageSetup
{
    /// <summary>Adds the embedded store as <see cref="ILockStore"/> and <see cref="IInstallStore"/>. Needs a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="path">The data file, relative to the content root.</param>
    public static IServiceCollection AddLiteDbStorage(this IServiceCollection services, string path)
    {
        services.AddSingleton(provider => new LiteDbStore(
            Path.GetFullPath(path, provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LiteDbStore>>()));
        services.AddSingleton<ILockStore>(provider => provider.GetRequiredService<LiteDbStore>());
        services.AddSingleton<IInstallStore>(provider => provider.GetRequiredService<LiteDbStore>());
        services.AddHostedService<StorageLifetime>();
        services.AddHostedService<BackupDesk>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        return services;
    }
}

/// <summary>Opens the store with the host and closes it when all that uses it has stopped.</summary>
internal sealed class StorageLifetime(LiteDbStore store) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.Open(cancellationToken);
        BackupRequest.Clean(store.Path);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // However late it is: what was acknowledged is safe already, and a file that was closed needs no recovery.
    public Task StoppedAsync(CancellationToken cancellationToken) => store.Close(CancellationToken.None);
}

/// <summary>Whether changes can be stored.</summary>
internal sealed class StorageHealth(LiteDbStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(store.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}
