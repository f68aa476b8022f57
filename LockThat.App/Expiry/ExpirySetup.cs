using Quartz;

namespace LockThat.App.Expiry;

/// <summary>The scheduler: one job in memory, on the clock that the app has.</summary>
public static class ExpirySetup
{
    private const string Expire = "expire";
    private const string AtStart = "expire at start";
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far behind each whole second the job looks. Most locks end on one, and an end that is not quite there is
    /// found a second late: the scheduler may be 2 ms early, and a database has a clock of its own.
    /// </summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(30);

    /// <summary>Adds the job, and a health check that says whether the scheduler runs. Needs a
    /// <see cref="TimeProvider"/> and a <see cref="Locks.LockService"/>.</summary>
    public static IServiceCollection AddExpiry(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.AddJob<ExpireJob>(job => job.WithIdentity(Expire).StoreDurably());
            // What ended while the app was down is looked for at once, and again until the grid begins.
            quartz.AddTrigger(trigger =>
                trigger
                    .ForJob(Expire)
                    .WithIdentity(AtStart)
                    .StartNow()
                    .WithSimpleSchedule(each => each.WithInterval(Each).WithRepeatCount(1))
            );
            quartz.AddTrigger<ExpireJob>(
                (provider, trigger) =>
                    trigger
                        .ForJob(Expire)
                        .WithIdentity(Expire)
                        .StartAt(FirstOnGrid(provider.GetRequiredService<TimeProvider>().GetUtcNow()))
                        // What was missed while the clock was moved ahead needs no catching up: one run wakes
                        // everything that is due.
                        .WithSimpleSchedule(each =>
                            each.WithInterval(Each)
                                .RepeatForever()
                                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)
                        )
            );
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check => check.Name = "scheduler");
        return services;
    }

    // More than a second from now: a trigger whose start has passed once it is scheduled would begin right then, off
    // the grid for good.
    private static DateTimeOffset FirstOnGrid(DateTimeOffset now) =>
        now.AddTicks((2 * Each.Ticks) - ((now - Behind).Ticks % Each.Ticks));
}
