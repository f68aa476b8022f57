using System.Globalization;
using LockThat.App;
using Microsoft.AspNetCore.Connections;

namespace LockThat.Playground;

/// <summary>Starting from a shell: one line when it runs, one line when it cannot.</summary>
internal static class CommandLine
{
    private const string SocketMode = "--socket-mode";

    private const string InContainer = "--in-container";

    private const string Usage = $"""
        LockThat Playground: an emulated Slack workspace in the browser, with the real app behind it.

          --urls http://localhost:5080   the one address of this machine that it serves
          {SocketMode}                  Slack's requests reach the app over sockets that it opens, and not by HTTP
          {InContainer}                 listens on all addresses of a container; publish its port to 127.0.0.1 only
          --Locks:RemindBefore 00:05:00  a setting of the app (Storage:* and Locks:*)
          --help                         this text
        """;

    /// <summary>Runs until the token is cancelled; answers with the exit code.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken stopping)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Usage.AsMemory(), stopping);
            return 0;
        }

        var entrance = args.Contains(SocketMode) ? Entrance.SocketMode : Entrance.Http;
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(argument => argument is not (SocketMode or InContainer))])
            .Build();
        var url = configuration["urls"] is { Length: > 0 } urls ? LoopbackUrl(urls) : new PlaygroundOptions().Url;
        if (url is null)
            return await Failed(
                errors,
                $"The Playground serves one http:// address of this machine, such as http://localhost:5080, and not \"{configuration["urls"]}\"."
            );
        var isInContainer = args.Contains(InContainer);
        if (isInContainer && configuration["DOTNET_RUNNING_IN_CONTAINER"] != "true")
            return await Failed(
                errors,
                $"{InContainer} is for containers, where others reach no more than the ports that are published. This is none."
            );
        return await Serve(
            new()
            {
                Url = url,
                IsInContainer = isInContainer,
                Entrance = entrance,
                Configuration = configuration,
            },
            output,
            errors,
            stopping
        );
    }

    private static async Task<int> Serve(
        PlaygroundOptions options,
        TextWriter output,
        TextWriter errors,
        CancellationToken stopping
    )
    {
        try
        {
            await using var host = await PlaygroundHost.Start(options, stopping);
            var over = options.Entrance == Entrance.SocketMode ? " (Socket Mode)" : "";
            await output.WriteLineAsync(
                $"LockThat Playground: {host.Address.GetLeftPart(UriPartial.Authority)}{over}".AsMemory(),
                stopping
            );
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            var port = options.Url.Port.ToString(CultureInfo.InvariantCulture);
            return await Failed(
                errors,
                $"Port {port} is already in use. Stop what listens there, or choose another port: --urls http://localhost:PORT"
            );
        }
        catch (PlaygroundStartException misconfigured)
        {
            return await Failed(errors, misconfigured.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return await Failed(errors, LockThatApp.WhyNotStarted(failure));
        }
    }

    private static Uri? LoopbackUrl(string urls) =>
        Uri.TryCreate(urls, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && Loopback.Is(url.Host)
            ? url
            : null;

    private static async Task<int> Failed(TextWriter errors, string line)
    {
        await errors.WriteLineAsync(line);
        return 1;
    }
}
