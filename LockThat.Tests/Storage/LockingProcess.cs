using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

/// <summary>
/// Another process that has a store open, in which 16 lockers lock new things, and then take each over, as fast as they can. What was
/// acknowledged to them stands in its output.
/// </summary>
internal sealed class LockingProcess : IDisposable
{
    public const string Argument = "lock-until-killed";
    private const int Lockers = 16;
    private const string Opened = "open";
    // At the end of each line, since a process can be killed in the middle of one.
    private const string End = " .";

    private readonly Process _process;

    public LockingProcess(StorePlace place)
    {
        var assembly = typeof(LockingProcess).Assembly.Location;
        var host = Environment.ProcessPath ?? "dotnet";
        string[] arguments = Path.GetFileNameWithoutExtension(host) == "dotnet" ? ["exec", assembly, Argument, $"{place.Kind}", place.Where] : [Argument, $"{place.Kind}", place.Where];
        _process = Process.Start(new ProcessStartInfo(host, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("No process");
    }

    public async Task IsOpen() => (await _process.StandardOutput.ReadLineAsync()).ShouldBe(Opened + End);

    /// <summary>Kills it (SIGKILL) once so many locks are acknowledged, and returns all that were, a few more.</summary>
    public async Task<IReadOnlyList<string>> Kill(int afterLocks)
    {
        var acknowledged = new List<string>();
        while (acknowledged.Count < afterLocks && await _process.StandardOutput.ReadLineAsync() is { } line) Note(line);
        _process.Kill();
        while (await _process.StandardOutput.ReadLineAsync() is { } line) Note(line);
        await _process.WaitForExitAsync();
        return acknowledged;

        void Note(string line)
        {
            if (line.EndsWith(End, StringComparison.Ordinal) && line != Opened + End) acknowledged.Add(line[..^End.Length]);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> LockUntilKilled(StorePlace place)
    {
        var (store, storage) = place.Store();
        await storage.Open(CancellationToken.None);
        Console.WriteLine(Opened + End);
        var locks = new LockService(store, Some.Rules with { MaxResources = int.MaxValue });
        var lockers = Enumerable.Range(0, Lockers).Select(locker => Task.Run(() => LockForEver(locks, locker)));
        // Ends with the test that started it, killed or not.
        await Task.WhenAny(Task.WhenAll(lockers).ContinueWith(_ => { }, TaskScheduler.Default), Console.In.ReadToEndAsync());
        return 1;
    }

    private static async Task LockForEver(LockService locks, int locker)
    {
        for (var number = 0; ; number++)
        {
            var name = ResourceName.Of($"{Environment.ProcessId}-{locker}-{number}");
            var first = new UserId($"U{name}");
            var locked = await locks.Lock(first.Asks($"first-{name}"), name, Some.For(TimeSpan.FromHours(1), "mine"), CancellationToken.None);
            locked.Outcome.ShouldBeOfType<LockOutcome.Locked>();
            Console.WriteLine($"{name} {first}{End}");
            var taken = await locks.Lock(Some.Bob.Asks($"then-{name}"), name, Some.Override(TimeSpan.FromHours(1)), CancellationToken.None);
            taken.Outcome.ShouldBeOfType<LockOutcome.TakenOver>();
            Console.WriteLine($"{name} {Some.Bob}{End}");
        }
    }
}
