using LockThat.App.Installs;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.Postgres;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.App.Storage;

/// <summary>Picks the store, opens it before anything else runs, and closes it after everything else has
/// stopped.</summary>
public static class StorageSetup
{
    /// <summary>Adds the embedded store behind each seam. Needs a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="path">The data file, relative to the content root.</param>
    public static IServiceCollection AddLiteDbStorage(this IServiceCollection services, string path)
    {
        services.AddStore(provider => new LiteDbStore(
            Path.GetFullPath(path, provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LiteDbStore>>()
        ));
        services.AddHostedService<BackupRequestListener>();
        return services;
    }

    /// <summary>Adds a database behind each seam, which other instances may use, too. Needs a
    /// <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="connectionString">The database.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services.AddStore(provider => new PostgresStore(
            connectionString,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostgresStore>>()
        ));

    private static IServiceCollection AddStore<TStore>(
        this IServiceCollection services,
        Func<IServiceProvider, TStore> create
    )
        where TStore : class,
            IResourceStore,
            IOutboxStore,
            IHomeStore,
            IPersonStore,
            IHistoryStore,
            IFormerMemberStore,
            IInstallStore,
            IStorage
    {
        services.AddSingleton(create);
        services.AddSingleton<IResourceStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IOutboxStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IHomeStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IPersonStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IHistoryStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IFormerMemberStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IInstallStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<StorageLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageLifetime>());
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        return services;
    }
}

/// <summary>Opens the store with the host and closes it when all that uses it has stopped.</summary>
internal sealed class StorageLifetime(IStorage store) : IHostedLifecycleService
{
    // Not cancelled halfway: after a stop during the opening, it ends by itself.
    private readonly Lazy<Task> _opening = new(() => Task.Run(() => store.Open(CancellationToken.None)));

    /// <summary>Begins to open it while the rest of the app is put together. The host waits for that before anything
    /// else runs, and gets the error.</summary>
    public void Begin() => _ = _opening.Value;

    public Task StartingAsync(CancellationToken cancellationToken) => _opening.Value.WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A late close does no harm: acknowledged changes are safe already, and a closed file needs no recovery.
    public Task StoppedAsync(CancellationToken cancellationToken) => store.Close(CancellationToken.None);
}

/// <summary>Whether changes can be stored, and whether all the rest of the store is well.</summary>
internal sealed class StorageHealth(IStorage store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        (await store.FindFault(cancellationToken), store.Warning) switch
        {
            ({ } fault, _) => HealthCheckResult.Unhealthy(fault),
            (null, { } warning) => HealthCheckResult.Degraded(warning),
            (null, null) => HealthCheckResult.Healthy(),
        };
}
