using System.Globalization;
using System.Text;
using LockThat.App.Slack.Http;
using LockThat.Tests.Slack;

namespace LockThat.Tests.BadInput;

/// <summary>A request as it goes over the line.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="IsWhole">False when the server cannot know where it ends, or it never does: then no answer is
/// owed.</param>
/// <param name="MustBeRefused">It is for Slack alone and not signed by Slack.</param>
internal sealed record RawRequest(byte[] Bytes, bool IsWhole, bool MustBeRefused, bool IsHead)
{
    public string Shown => Encoding.Latin1.GetString(Bytes[..Math.Min(Bytes.Length, 2000)]);
}

/// <summary>Requests in the shape of real ones, with something wrong nearly always.</summary>
/// <param name="seed">The same seed brings the same requests.</param>
/// <param name="now">The moment of the app, for signatures.</param>
internal sealed class BadRequests(int seed, Func<DateTimeOffset> now)
{
    private const int LargestBody = 3 * RawBody.MaxBytes;
    private const int LongestHead = 8 * 1024;
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Payloads.Secret);

    private static readonly string[] Types =
    [
        "text/plain",
        "application/json; charset=utf-16",
        "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data; boundary=x",
        "application/",
        "/",
        "",
        ";",
        "application/json, text/html",
        "APPLICATION/JSON",
        "application/x-www-form-urlencoded;;;;",
        "application/json; q=\"\\",
        "*/*",
        "application/octet-stream",
        "a/b; charset=\"",
        "application/json\t",
    ];

    private static readonly string[] Methods =
    [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "CONNECT",
        "BREW",
        "get",
        "P\u00D6ST",
        "G E T",
        new string('M', 5000),
    ];

    private static readonly Func<Chance, string>[] Headers =
    [
        chance => $"X-Nasty: {chance.Nasty()}",
        chance => $"Cookie: {chance.Nasty()}",
        chance => $"Cookie: lockthat-install={new string('A', chance.Below(100))}",
        chance => $"X-Long: {new string('x', chance.Below(40_000))}",
        _ => "Expect: 100-continue",
        _ => "Expect: the worst",
        _ =>
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        _ => "Connection: close",
        _ => "Content-Encoding: gzip",
        _ => "Accept-Encoding: br, gzip;q=9",
        _ => "Range: bytes=0-0,5-",
        _ => "If-None-Match: \"",
        _ => "If-None-Match: *",
        _ => "If-Modified-Since: yesterday",
        _ => "Accept: text/html;q=x",
        _ => "X-Forwarded-For: ::1, <script>",
        _ => "X-Forwarded-Host: evil.example",
        _ => "X-Slack-Retry-Num: NaN",
        _ => "X-HTTP-Method-Override: DELETE",
        _ => "Transfer-Encoding: identity",
        _ => "No colon here",
        _ => ": nameless",
        _ => "Folded: a\r\n b",
        _ => "Null: a\0b",
        _ => "Host: evil.example",
        _ => "Authorization: Bearer xoxb-1",
        _ => "Origin: null",
        _ => "TE: trailers",
        _ => "Bad Name: x",
        chance => string.Join("\r\n", Enumerable.Range(0, chance.Below(150)).Select(number => $"X-{number}: {number}")),
    ];

    private static readonly string[] Targets =
    [
        "*",
        "/%",
        "/%00",
        "/%ff",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/../../etc/passwd",
        "//",
        "/slack//command",
        "/slack/command/",
        "/SLACK/COMMAND",
        "/slack/command%00",
        "/slack/command;x",
        "/slack/command?%",
        "http://evil.example/slack/command",
        "/slack/install?team=%00%ff",
        "/slack/install?team=a&team=b",
        "/slack/oauth_redirect?state=%ff&code=%00",
        "/slack/oauth_redirect?state=a&state=b&error=",
        "/openapi/v2.json",
        "/openapi/../health/live",
        "/health",
        "/health/ready?%F0%9F",
        "/a b",
        "/\u00E9",
        "?",
        "",
        "/#x",
        "/" + new string('a', 9000),
        "/_framework/blazor.server.js",
        "/css/%2e%2e%2fappsettings.json",
        "/data/lockthat.db",
    ];

    /// <summary>One that Slack has not signed, or that anybody may send.</summary>
    public RawRequest Unsigned(int number) => Of(new Chance(seed, number), isSigned: false);

    /// <summary>Any one; of those for Slack most are signed.</summary>
    public RawRequest Any(int number)
    {
        var chance = new Chance(seed, number);
        return Of(chance, chance.Of(80));
    }

    private RawRequest Of(Chance chance, bool isSigned)
    {
        var shape = chance.Pick(chance.Of(80) ? Shapes.Slacks : Shapes.Anybodys);
        var body =
            chance.Of(3) ? Enumerable.Repeat((byte)'x', chance.Below(LargestBody)).ToArray()
            : chance.Of(92) ? BodyMutation.Of(shape, chance)
            : Encoding.UTF8.GetBytes(shape.Body);
        var method = chance.Of(94) ? shape.Method : chance.Pick(Methods);
        var target = chance.Of(90) ? shape.Target : chance.Pick(Targets);
        var head = new StringBuilder(
            $"{method} {target} HTTP/1.1\r\nHost: {(chance.Of(98) ? "localhost" : chance.Nasty())}\r\n"
        );
        if (shape.ContentType is not null && chance.Of(95))
            head.Append(
                CultureInfo.InvariantCulture,
                $"Content-Type: {(chance.Of(88) ? shape.ContentType : chance.Pick(Types))}\r\n"
            );
        if (shape.IsSlacks)
            head.Append(isSigned ? Signature(body, Secret, TimeSpan.Zero) : Forgery(body, chance));
        while (chance.Of(15))
            head.Append(chance.Pick(Headers)(chance)).Append("\r\n");
        var (framed, isWhole) = Framing.Of(body, chance, isFramed: shape.IsSlacks || chance.Of(10));
        var isForSlack = shape.IsSlacks && method == "POST" && target == shape.Target;
        var headed = head.ToString();
        // A client that is refused before everything is read may lose the answer with the connection.
        var isHeardOut =
            headed.Length < LongestHead
            && body.Length <= RawBody.MaxBytes
            && method != "CONNECT"
            && !headed.Contains("Upgrade", StringComparison.Ordinal);
        return new(
            [.. Encoding.Latin1.GetBytes(headed), .. framed],
            isWhole && isHeardOut,
            isForSlack && !isSigned,
            method == "HEAD"
        );
    }

    private string Signature(ReadOnlySpan<byte> body, byte[] secret, TimeSpan off)
    {
        var stamp = (now() + off).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{SlackSignature.TimestampHeader}: {stamp}\r\n{SlackSignature.SignatureHeader}: {SlackSignature.Sign(secret, stamp, body)}\r\n";
    }

    private string Forgery(byte[] body, Chance chance)
    {
        var right = Signature(body, Secret, TimeSpan.Zero);
        return chance.Below(12) switch
        {
            0 => "",
            1 => Signature(body, "another secret"u8.ToArray(), TimeSpan.Zero),
            2 => Signature(body, [], TimeSpan.Zero),
            3 => Signature(body, Secret, TimeSpan.FromSeconds(-400)),
            4 => Signature(body, Secret, TimeSpan.FromSeconds(400)),
            5 => Signature([.. body, 1], Secret, TimeSpan.Zero),
            6 => right + right,
            7 => right.Replace("v0=", "v1=", StringComparison.Ordinal),
            8 => right.Replace("v0=", "v0=0", StringComparison.Ordinal),
            9 =>
                $"{SlackSignature.TimestampHeader}: {chance.Nasty().ReplaceLineEndings(" ")}\r\n{SlackSignature.SignatureHeader}: v0=\u00E9\r\n",
            10 =>
                $"{SlackSignature.TimestampHeader}: 99999999999999999999\r\n{SlackSignature.SignatureHeader}: v0=\r\n",
            _ => right.Replace(SlackSignature.SignatureHeader, "X-Slack-Signature-256", StringComparison.Ordinal),
        };
    }
}
