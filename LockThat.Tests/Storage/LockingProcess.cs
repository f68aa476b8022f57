using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Contract;
using LockThat.Tests.Storage.Linear;

namespace LockThat.Tests.Storage;

/// <summary>
/// Another process that has a store open, in which 16 lockers lock new things, take each over, wait for it again, and
/// in between scramble for the few that they share, while one more delivers what there is to tell; all as fast as they
/// can. Its output has everything that was acknowledged to them, see <see cref="Ledger"/>.
/// </summary>
internal sealed class LockingProcess : IDisposable
{
    public const string Argument = "lock-until-killed";
    private const int Lockers = 16;
    private const int Shared = 4;
    private const int ToldAtOnce = 64;
    private const int FiledAtOnce = 64;
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);
    private const string Opened = "open";

    // At the end of each line, since a process can be killed in the middle of one.
    private const string End = " .";

    // It says something all the time, except while it starts.
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    public LockingProcess(StorePlace place)
    {
        var assembly = typeof(LockingProcess).Assembly.Location;
        var host = Environment.ProcessPath ?? "dotnet";
        string[] arguments =
            Path.GetFileNameWithoutExtension(host) == "dotnet"
                ? ["exec", assembly, Argument, $"{place.Kind}", place.Where]
                : [Argument, $"{place.Kind}", place.Where];
        _process =
            Process.Start(
                new ProcessStartInfo(host, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            ) ?? throw new InvalidOperationException("No process");
    }

    public async Task IsOpen() => (await Line()).ShouldBe(Opened + End);

    /// <summary>Kills it (SIGKILL) once so many locks are acknowledged, and writes down all that was, a little
    /// more.</summary>
    public async Task Kill(int afterLocks, Ledger ledger)
    {
        var before = ledger.Locks;
        while (ledger.Locks - before < afterLocks && await Line() is { } line)
            Note(line);
        _process.Kill();
        while (await Line() is { } line)
            Note(line);
        await _process.WaitForExitAsync().WaitAsync(Generous, TimeProvider.System);

        void Note(string line)
        {
            if (line.EndsWith(End, StringComparison.Ordinal) && line != Opened + End)
                ledger.Note(line[..^End.Length]);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private Task<string?> Line() => _process.StandardOutput.ReadLineAsync().WaitAsync(Generous, TimeProvider.System);

    /// <summary>The work of the process.</summary>
    public static async Task<int> LockUntilKilled(StorePlace place)
    {
        var (store, storage) = place.Store();
        await storage.Open(CancellationToken.None);
        Say(Opened);
        var locks = Some.Service(store, Some.Rules with { MaxResources = int.MaxValue });
        var lockers = Enumerable.Range(0, Lockers).Select(locker => Task.Run(() => LockForEver(locks, locker)));
        // Ends with the test that started it, killed or not.
        await Task.WhenAny(
            Task.WhenAll(lockers).ContinueWith(_ => { }, TaskScheduler.Default),
            Task.Run(() => DeliverForEver((IOutboxStore)store)).ContinueWith(_ => { }, TaskScheduler.Default),
            Task.Run(() => FileForEver(store)).ContinueWith(_ => { }, TaskScheduler.Default),
            Console.In.ReadToEndAsync()
        );
        return 1;
    }

    private static async Task LockForEver(LockService locks, int locker)
    {
        for (var number = 0; ; number++)
        {
            await LockOwn(locks, ResourceName.Of($"{Environment.ProcessId}-{locker}of{number}"));
            await Scramble(
                locks,
                new($"ULOCKER{locker}"),
                ResourceName.Of($"shared-{number % Shared}"),
                $"{Environment.ProcessId}-{locker}-{number}"
            );
        }
    }

    private static async Task LockOwn(LockService locks, ResourceName name)
    {
        var first = new UserId($"U{name}");
        var locked = await locks.Execute(
            first.Asks($"first-{name}"),
            Some.For(Long, "mine") with
            {
                Name = name,
            },
            CancellationToken.None
        );
        locked.ShouldHave<Locked>();
        Say($"{Ledger.Has} {name} {first}");
        var taken = await locks.Execute(
            Some.Bob.Asks($"then-{name}"),
            Some.Override(Long) with
            {
                Name = name,
            },
            CancellationToken.None
        );
        taken.ShouldHave<TakenOver>();
        Say($"{Ledger.Takes} {name} {Some.Bob}");
        var joined = await locks.Execute(
            first.Asks($"last-{name}"),
            new Join(name, new LockLength.Unsaid(), null, Expected.Anything),
            CancellationToken.None
        );
        joined.ShouldHave<Joined>();
        Say($"{Ledger.Waits} {name} {first}");
    }

    // A locker that was killed while holding it still has it when it is back.
    private static async Task Scramble(LockService locks, UserId user, ResourceName name, string request)
    {
        var locked = await locks.Execute(
            user.Asks($"has-{request}"),
            Some.For(Long) with
            {
                Name = name,
            },
            CancellationToken.None
        );
        if (locked is not Outcome.Accepted(Locked or Renewed))
            return;
        Say($"{Ledger.Has} {name} {user}");
        Say($"{Ledger.Frees} {name} {user}");
        await locks.Execute(
            user.Asks($"frees-{request}"),
            new Unlock(name, IsOverride: false, Expected.Anything),
            CancellationToken.None
        );
    }

    private static async Task DeliverForEver(IOutboxStore store)
    {
        while (true)
        {
            var notices = await store.ClaimNotices(ToldAtOnce, CancellationToken.None);
            await Task.WhenAll(
                notices.Select(async pending =>
                {
                    // Slack has it from here on, and only then is it forgotten.
                    Say($"{Ledger.Told} {pending.Notice.Resource} {pending.Notice.To.Address}");
                    await store.Delivered(pending, CancellationToken.None);
                })
            );
        }
    }

    private static async Task FileForEver(IResourceStore store)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await timer.WaitForNextTickAsync())
        {
            if (store is IHistoryStore history)
                await history.File(FiledAtOnce, CancellationToken.None);
        }
    }

    private static void Say(string line) => Console.WriteLine(line + End);
}
