using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: LockThat.Tests.Watched]

namespace LockThat.Tests;

/// <summary>Ends a run in which nothing goes on any more, and says which tests were under way: one that hangs would
/// never tell.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WatchedAttribute : BeforeAfterTestAttribute
{
    // The longest that a test has its own patience for is nine minutes; whoever asks for more rounds than the gate's
    // has theirs.
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<string, (string Name, long Began)> UnderWay = new(
        StringComparer.Ordinal
    );
    private static long _last = TimeProvider.System.GetTimestamp();

    static WatchedAttribute() => new Thread(Watch) { Name = "Watchdog", IsBackground = true }.Start();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        UnderWay[test.UniqueID] = (test.TestDisplayName, TimeProvider.System.GetTimestamp());
        Touch();
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        UnderWay.TryRemove(test.UniqueID, out _);
        Touch();
    }

    private static void Touch() => Volatile.Write(ref _last, TimeProvider.System.GetTimestamp());

    // On a thread of its own, since the pool may be what is stuck.
    private static void Watch()
    {
        using var never = new ManualResetEvent(initialState: false);
        while (!IsStuck())
            never.WaitOne(Every);
        Environment.FailFast(
            $"Under way for too long: {string.Join(", ", UnderWay.Values.Select(test => test.Name).DefaultIfEmpty("what begins or ends a class of tests"))}"
        );
    }

    private static bool IsStuck() =>
        IsTooLong(Volatile.Read(ref _last)) || UnderWay.Values.Any(test => IsTooLong(test.Began));

    private static bool IsTooLong(long since) =>
        !Rounds.AreAsked && TimeProvider.System.GetElapsedTime(since) > TooLong;
}
