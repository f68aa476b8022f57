using LockThat.Tests;
using LockThat.Tests.Storage;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The tests, as xunit's own entry point starts them; or the process that a test starts in order to kill it.
return args switch
{
    [LockingProcess.Argument, var kind, var where] => await LockingProcess.LockUntilKilled(new(Enum.Parse<StoreKind>(kind), where)),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
