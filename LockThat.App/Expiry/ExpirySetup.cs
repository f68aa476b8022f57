using Quartz;

namespace LockThat.App.Expiry;

/// <summary>The scheduler: one job in memory, on the clock that the app has.</summary>
public static class ExpirySetup
{
    private const string Expire = "expire";

    /// <summary>Adds the job, and a health check that says whether the scheduler runs. Needs a <see cref="TimeProvider"/> and a <see cref="Locks.LockService"/>.</summary>
    public static IServiceCollection AddExpiry(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.AddJob<ExpireJob>(job => job.WithIdentity(Expire).StoreDurably());
            quartz.AddTrigger(trigger => trigger
                .ForJob(Expire)
                .WithIdentity(Expire)
                .StartNow()
                // What was missed while the clock was moved ahead needs no catching up: one run wakes everything that is due.
                .WithSimpleSchedule(each => each
                    .WithInterval(TimeSpan.FromSeconds(1))
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check => check.Name = "scheduler");
        return services;
    }
}
