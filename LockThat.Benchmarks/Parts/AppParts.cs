using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LockThat.App.Entrances;
using LockThat.App.Entrances.Commands;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.LiteDb.Writing;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Home;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording.En;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Benchmarks.Parts;

/// <summary>From the body of a request to the body of its answer, step by step, then as one. BenchmarkDotNet derives
/// from it.</summary>
public class AppParts
{
    private const string Team = "T00000000";
    private static readonly byte[][] Secrets = [Encoding.UTF8.GetBytes(Server.SigningSecret)];
    private static readonly string[] Names = [.. Enumerable.Range(0, 60).Select(number => World.Resource(number))];

    private readonly StoreMemory _memory = new(TimeProvider.System);
    private static readonly English Words = new();
    private static readonly ResourceName Name = ResourceName.Of(Names[0]);
    private readonly ResourceCommand _command = new App.Locks.Locking.Lock(
        Name,
        new LockLength.For(TimeSpan.FromHours(2)),
        (Reason.Parse("demo") as ReasonParse.Parsed)?.Reason,
        Expected.Anything
    );
    private readonly byte[] _lock = Typed(World.Holder(0), "lock test-site-000 2 h demo");
    private readonly byte[] _refused = Typed("U0ANOTHER", "lock test-site-000 2 h demo");
    private readonly byte[] _list = Typed(World.Holder(0), "list");
    private readonly byte[] _opened = Encoding.UTF8.GetBytes(Scenario.Opened(Team, World.Holder(0), new Random(1)));
    private DirectoryInfo? _folder;
    private WebApplication? _app;
    private TimelyAnswers? _answers;
    private IReadOnlyList<ResourceLine> _lines = [];
    private string _stamp = "";
    private string _signature = "";
    private bool _odd;

    [GlobalSetup]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("lockthat-parts-");
        _app = Served.App(_folder.FullName, AppSettings.NoSlack, "");
        await _app.StartAsync();
        await World.Fill(
            _app.Services.GetRequiredService<IResourceStore>(),
            Team,
            Names.Length,
            World.Holder,
            new LockLength.For(TimeSpan.FromDays(1))
        );
        _answers = _app.Services.GetRequiredService<TimelyAnswers>();
        var board = await _app.Services.GetRequiredService<LockService>().List(new(new(Team)), CancellationToken.None);
        _lines = ResourceLines.All(board, Reader.Of(new(World.Holder(0))), LockRules.Default);
        _stamp = Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _signature = SlackSignature.Sign(Secrets[0], _stamp, _lock);
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        if (_app is { } app)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }

    [Benchmark(Description = "signature verified")]
    public bool Verify() =>
        Signed(
            _stamp,
            _signature,
            _lock,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(_stamp, CultureInfo.InvariantCulture))
        );

    [Benchmark(Description = "command's body read")]
    public object ReadCommand() => RequestReader.Read(SlackRoute.Command, Scenario.Form, _lock);

    [Benchmark(Description = "event's body read")]
    public object ReadEvent() => RequestReader.Read(SlackRoute.Event, "application/json", _opened);

    [Benchmark(Description = "typed words understood")]
    public object Parse() => CommandParser.Parse("lock test-site 2h30m release train, please");

    [Benchmark(Description = "lock decided and applied in memory")]
    public object Decide()
    {
        // Another request each time: the same one again would find its work done.
        _odd = !_odd;
        var asker = new Asker(
            new(new(Team)),
            new UserId(World.Holder(0)),
            new RequestId(_odd ? "0123456789abcdef" : "fedcba9876543210")
        );
        var batch = new Batch(_memory);
        var outcome = batch.Decide(
            new Scope(new(Team), Name),
            (found, facts) => _command.Decide(found, facts.Under(LockRules.Default).For(asker))
        );
        batch.Publish();
        return outcome;
    }

    [Benchmark(Description = "Home of 60 resources drawn, as JSON")]
    public int Home() =>
        JsonSerializer
            .SerializeToUtf8Bytes(HomeTab.For(Words, _lines, _lines, 0, ""), BlocksJson.Utf8.HomeViewDefinition)
            .Length;

    [Benchmark(Description = "refused lock, body to answer")]
    public Task<int> Refused() => Acknowledge(_refused);

    [Benchmark(Description = "list of 60, body to answer")]
    public Task<int> List() => Acknowledge(_list);

    [Benchmark(Description = "lock, body to answer, stored durably")]
    public Task<int> Lock() => Acknowledge(_lock);

    private static bool Signed(string stamp, string signature, byte[] body, DateTimeOffset now) =>
        SlackSignature.Verify(Secrets, stamp, signature, body, now) == SignatureVerdict.Genuine;

    private static byte[] Typed(string user, string text) =>
        Encoding.UTF8.GetBytes(Scenario.Typed(Team, user, text, new Random(1)));

    // All but Kestrel and the signature.
    private async Task<int> Acknowledge(byte[] body)
    {
        if (
            _answers is null
            || RequestReader.Read(SlackRoute.Command, Scenario.Form, body) is not RequestReading.Understood(var request)
        )
            throw new InvalidOperationException("This is no request.");
        return AckJson.Bytes((await _answers.Answer(request, "http")).Ack).Length;
    }
}
