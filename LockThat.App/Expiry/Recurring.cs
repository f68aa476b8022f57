using Quartz;

namespace LockThat.App.Expiry;

/// <summary>Jobs that run again and again, on the app's clock.</summary>
public static class Recurring
{
    /// <summary>Adds a job to the scheduler of <see cref="ExpirySetup.AddExpiry"/>.</summary>
    /// <param name="name">Its name in the scheduler.</param>
    /// <param name="afterStart">When it runs first: not at once, so that the start is not slower.</param>
    /// <param name="interval">How often it runs then. Runs that were missed, because the clock was moved or the machine
    /// slept, become one run, at once.</param>
    public static IServiceCollection AddRecurring<TJob>(
        this IServiceCollection services,
        string name,
        TimeSpan afterStart,
        TimeSpan interval
    )
        where TJob : class, IJob =>
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
            quartz.AddTrigger<TJob>(
                (provider, trigger) =>
                    trigger
                        .ForJob(name)
                        .WithIdentity(name)
                        .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow() + afterStart)
                        .WithSimpleSchedule(each =>
                            each.WithInterval(interval)
                                .RepeatForever()
                                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount)
                        )
            );
        });
}
