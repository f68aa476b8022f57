using System.Globalization;
using BenchmarkDotNet.Running;
using LockThat.Benchmarks.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["load", .. var rest] => await LoadRun.Run(LoadOptions.Read(rest)),
    ["serve", var kind, .. var rest] => await Server.Serve(kind, rest),
    ["parts", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(rest).Any() ? 0 : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        load [--rounds 5] [--seconds 3] [--resources 1000] [--large 100000] [--only SCENARIO] [--json FILE]
             [--postgres "Host=…;Username=…;Password=…" | --postgres none]
                 the whole app over HTTP, beside its ceilings in the same run; on PostgreSQL too, in a database that it makes and
                 drops there, or on a server of its own where one is installed
        parts [--filter '*']
                 the parts that matter, by BenchmarkDotNet
        """);
    return 1;
}
