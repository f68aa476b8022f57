using LockThat.Tests;
using LockThat.Tests.Storage;
using LockThat.Tests.Storage.Contract;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The coverage is of this process alone. One that it starts would join in, and one that is killed in the midst of that
// keeps all of them waiting.
foreach (var variable in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfCoverage))
    Environment.SetEnvironmentVariable(variable, null);

// The tests, as xunit's own entry point starts them; or the process that a test starts in order to kill it.
return args switch
{
    [LockingProcess.Argument, var kind, var where] => await LockingProcess.LockUntilKilled(
        new(Enum.Parse<StoreKind>(kind), where)
    ),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};

static bool IsOfCoverage(string variable) =>
    Array.Exists(
        ["CORECLR_", "COR_", "CODE_COVERAGE_", "MicrosoftInstrumentationEngine_"],
        start => variable.StartsWith(start, StringComparison.OrdinalIgnoreCase)
    );
