using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LockThat.Tests.Web;

/// <summary>Where telemetry goes: keeps every body that was posted, by path, readable as text where it is
/// text.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication site) => _site = site;

    public ConcurrentQueue<(string Path, string Body)> Received { get; } = [];

    public Uri Address => new(_site.Urls.Single());

    /// <summary>Completes when something has come.</summary>
    public Task First => _first.Task;

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var collector = new Collector(site);
        site.Run(collector.Keep);
        await site.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public string All(string path) =>
        string.Concat(Received.Where(post => post.Path == path).Select(post => post.Body));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task Keep(HttpContext http)
    {
        await using var body =
            http.Request.Headers.ContentEncoding == "gzip"
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
                : http.Request.Body;
        using var reader = new StreamReader(body, Encoding.UTF8);
        Received.Enqueue((http.Request.Path.Value ?? "", await reader.ReadToEndAsync(http.RequestAborted)));
        _first.TrySetResult();
    }
}
