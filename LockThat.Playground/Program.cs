using System.Runtime.InteropServices;
using LockThat.Playground;

using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await CommandLine.Run(args, Console.Out, Console.Error, stopping.Token);

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}
