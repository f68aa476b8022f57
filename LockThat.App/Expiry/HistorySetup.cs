namespace LockThat.App.Expiry;

/// <summary>The jobs that keep the history.</summary>
public static class HistorySetup
{
    /// <summary>Adds the jobs that file events and delete old ones. Needs <see cref="ExpirySetup.AddExpiry"/> and an
    /// <see cref="Locks.Stores.IHistoryStore"/>.</summary>
    public static IServiceCollection AddHistory(this IServiceCollection services) =>
        services
            .AddRecurring<FilingJob>(
                "file events",
                afterStart: TimeSpan.FromSeconds(2),
                interval: TimeSpan.FromSeconds(1)
            )
            .AddRecurring<PruningJob>(
                "prune events",
                afterStart: TimeSpan.FromMinutes(2),
                interval: TimeSpan.FromHours(1)
            );
}
