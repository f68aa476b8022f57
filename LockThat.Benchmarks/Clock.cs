namespace LockThat.Benchmarks;

/// <summary>The machine's clock: these commands wait for real moments.</summary>
internal static class Clock
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task Until(DateTimeOffset moment)
    {
        // A timer may ring a little early.
        while (moment - Now is { Ticks: > 0 } wait)
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }

    public static Task Pause(TimeSpan wait) => Task.Delay(wait, TimeProvider.System);
}
