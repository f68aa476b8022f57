using System.Globalization;
using LockThat.Benchmarks;
using LockThat.Benchmarks.Ends;
using LockThat.Benchmarks.Held;
using LockThat.Benchmarks.Load;
using LockThat.Benchmarks.Parts;
using LockThat.Benchmarks.Soak;
using LockThat.Benchmarks.Start;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return args switch
    {
        ["load", .. var rest] => await LoadRun.Run(LoadOptions.Read(rest)),
        ["ends", .. var rest] => await EndsRun.Run(EndsOptions.Read(rest)),
        ["held", .. var rest] => await HeldRun.Run(HeldOptions.Read(rest)),
        ["start", .. var rest] => await StartRun.Run(StartOptions.Read(rest)),
        ["soak", .. var rest] => await SoakRun.Run(SoakOptions.Read(rest)),
        ["parts", .. var rest] => await PartsRun.Run(rest),
        ["serve", var kind, .. var rest] => await Served.Run(kind, rest),
        _ => await Usage(),
    };
}
catch (MisspeltException misspelt)
{
    await Console.Error.WriteLineAsync(misspelt.Message);
    return await Usage();
}

static async Task<int> Usage()
{
    await Console.Error.WriteLineAsync(
        """
        load [--rounds 5] [--seconds 3] [--resources 1000] [--large 100000] [--only SCENARIO]
                 the whole app over HTTP, beside its ceilings in the same run
        ends [--ends 10000] [--each-holds 1] [--rounds 3] [--callers 16] [--every-ms 100] [--window 5]
                 locks that end in the same moment: free then, stored and told how soon, and how long others wait
        held [--most 100000] [--rounds 3] [--settling 5] [--app LockThat.App.dll]
                 1,000, 10,000 and 100,000 locks held: resident memory, start to ready, size on the disk
        start [--rounds 10] [--resources 10000] [--seconds 10] [--app LockThat.App.dll]
                 start to first acknowledgement, beside an empty ASP.NET app; resident memory under load
        soak [--minutes 10] [--seconds 0] [--callers 32] [--every-ms 100]
                 mixed traffic: memory, handles, threads, files and latency, and whether each stays flat
        parts [--filter '*']
                 the parts that matter, by BenchmarkDotNet
        Each takes --json FILE; load, ends and held take --postgres "Host=…;Username=…;Password=…", where they make databases and
        drop them, or --postgres none, and otherwise start a server of their own where one is installed.
        """
    );
    return 1;
}
