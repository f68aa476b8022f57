using System.Globalization;
using LockThat.App.Web;

namespace LockThat.App.Operator;

/// <summary><c>health</c>: asks the app that runs beside it whether it is ready. Containers use it, because the image
/// has no shell.</summary>
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The exit code: 0 when the app is ready, else 1.</summary>
    /// <param name="configuration">The configuration of the app, which says where the app listens.</param>
    public static async Task<int> Run(
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        Uri ready;
        try
        {
            ready = new Uri(Address(configuration), Health.Ready);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            await output.WriteLineAsync(
                $"The address of the app cannot be found out: {LockThatApp.OneLine(wrong.Message)}"
            );
            return 1;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(ready, cancellationToken);
            await output.WriteLineAsync(
                (await answer.Content.ReadAsStringAsync(cancellationToken)).AsMemory(),
                cancellationToken
            );
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            await output.WriteLineAsync($"{ready} does not answer.");
            return 1;
        }
    }

    /// <summary>The address of the app, as this machine reaches it.</summary>
    internal static Uri Address(IConfiguration configuration)
    {
        var url = Parts(configuration["urls"])
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp);
        return url is not null
            ? Local(IsEverywhere(url.Host) ? "localhost" : url.Host, url.Port)
            : Local("localhost", Parts(configuration["http_ports"]).Select(Port).FirstOrDefault(5000));

        static int Port(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsEverywhere(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static Uri Local(string host, int port) => new UriBuilder(Uri.UriSchemeHttp, host, port).Uri;
}
