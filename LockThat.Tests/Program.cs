using LockThat.Tests;
using LockThat.Tests.Storage.LiteDb;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The tests, as xunit's own entry point starts them; or the process that a test starts in order to kill it.
return args switch
{
    [LockingProcess.Argument, var path] => await LockingProcess.LockUntilKilled(path),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
