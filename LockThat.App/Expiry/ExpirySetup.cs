using Quartz;

namespace LockThat.App.Expiry;

/// <summary>The scheduler: its jobs are in memory, and it runs on the app's clock.</summary>
public static class ExpirySetup
{
    private const string Expire = "expire";
    private const string AtStart = "expire at start";
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after each whole second the job looks. Most locks end on a whole second, and a look that comes a little
    /// too early finds the end a second late: the scheduler may be 2 ms early, and a database has its own clock.
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
            // Locks that ended while the app was down are looked for at once, and again until the job's regular times
            // begin.
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
                        // Missed runs need no catching up after the clock was moved ahead, because one run wakes
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

    // More than a second from now: a trigger whose start has passed when it is scheduled would begin at once, and never
    // come back to whole seconds.
    private static DateTimeOffset FirstOnGrid(DateTimeOffset now) =>
        now.AddTicks((2 * Each.Ticks) - ((now - Behind).Ticks % Each.Ticks));
}
