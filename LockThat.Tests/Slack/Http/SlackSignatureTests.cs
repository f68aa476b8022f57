using System.Globalization;
using System.Text;
using LockThat.App.Slack.Http;
using Microsoft.Extensions.Primitives;

namespace LockThat.Tests.Slack.Http;

public sealed class SlackSignatureTests
{
    private const string Published =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
        + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
        + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private const string EmptyBody = "v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e2";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Payloads.Secret);

    [Theory]
    [InlineData(1531420618, Published, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(
        1700000000,
        """{"text":"café ☃"}""",
        "v0=8eb7a2cdb710e900c6ded0384ca4b2d374d4e8eb145d041d12cb38eb807a7584"
    )]
    [InlineData(
        1700000000,
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22note%22%3A%22caf%C3%A9%22%7D",
        "v0=19092ea717b20ef6a04a0c934ada5e68de794385863c3fb7393fdc248e9919ba"
    )]
    [InlineData(1700000000, "", EmptyBody)]
    public void A_request_of_Slacks_is_genuine(long stamp, string body, string signature) =>
        Verify(stamp.ToString(CultureInfo.InvariantCulture), signature, body, now: stamp)
            .ShouldBe(SignatureVerdict.Genuine);

    [Theory]
    [InlineData(300, SignatureVerdict.Genuine)]
    [InlineData(301, SignatureVerdict.TooOld)]
    [InlineData(-300, SignatureVerdict.Genuine)]
    [InlineData(-301, SignatureVerdict.TooEarly)]
    public void A_stamp_may_be_five_minutes_off_either_way(int secondsLater, SignatureVerdict verdict) =>
        Verify("1700000000", EmptyBody, "", now: 1700000000 + secondsLater).ShouldBe(verdict);

    [Theory]
    [InlineData("v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e3")]
    [InlineData("v0=E32114B39F9A22E4B8D8778478B39E6ED0677E5562E5474C3104B4074F1917E2")]
    [InlineData("e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e2")]
    [InlineData("v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e")]
    [InlineData("v0=")]
    [InlineData("")]
    [InlineData("v0=ééé")]
    public void A_signature_that_is_off_by_anything_is_forged(string signature) =>
        Verify("1700000000", signature, "").ShouldBe(SignatureVerdict.Forged);

    [Theory]
    [InlineData("a=1&b=2", "b=2&a=1")]
    [InlineData("a=1+2", "a=1%202")]
    [InlineData("a=1", "a=1 ")]
    public void A_body_written_otherwise_is_forged(string signed, string sent) =>
        Verify("1700000000", SlackSignature.Sign(Secret, "1700000000", Encoding.UTF8.GetBytes(signed)), sent)
            .ShouldBe(SignatureVerdict.Forged);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("-1700000000")]
    [InlineData(" 1700000000")]
    [InlineData("1700000000.5")]
    [InlineData("99999999999999999999")]
    public void A_stamp_that_is_no_number_of_seconds_is_malformed(string stamp) =>
        Verify(stamp, EmptyBody, "").ShouldBe(SignatureVerdict.TimestampMalformed);

    [Theory]
    [InlineData("9223372036854775807", SignatureVerdict.TooEarly)]
    [InlineData("0", SignatureVerdict.TooOld)]
    [InlineData("01700000000", SignatureVerdict.Genuine)]
    public void An_extreme_stamp_is_judged_like_any_other(string stamp, SignatureVerdict verdict)
    {
        Verify(stamp, SlackSignature.Sign(Secret, stamp, []), "").ShouldBe(verdict);
        Verify(stamp, EmptyBody, "").ShouldBe(SignatureVerdict.Forged);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public void A_request_that_Slack_has_not_signed_says_nothing_of_a_clock(int secondsLater) =>
        Verify("1700000000", EmptyBody, " ", now: 1700000000 + secondsLater).ShouldBe(SignatureVerdict.Forged);

    [Fact]
    public void Both_headers_must_be_there_once()
    {
        Verify(StringValues.Empty, EmptyBody, "").ShouldBe(SignatureVerdict.HeaderMissing);
        Verify("1700000000", StringValues.Empty, "").ShouldBe(SignatureVerdict.HeaderMissing);
        Verify(new(["1700000000", "1700000000"]), EmptyBody, "").ShouldBe(SignatureVerdict.HeaderRepeated);
        Verify("1700000000", new([EmptyBody, EmptyBody]), "").ShouldBe(SignatureVerdict.HeaderRepeated);
    }

    [Fact]
    public void Either_secret_counts_while_it_is_rotated()
    {
        var other = "new"u8.ToArray();
        SlackSignature
            .Verify([other, Secret], "1700000000", EmptyBody, [], Payloads.Now)
            .ShouldBe(SignatureVerdict.Genuine);
        SlackSignature
            .Verify([Secret, other], "1700000000", EmptyBody, [], Payloads.Now)
            .ShouldBe(SignatureVerdict.Genuine);
        SlackSignature.Verify([other], "1700000000", EmptyBody, [], Payloads.Now).ShouldBe(SignatureVerdict.Forged);
    }

    [Fact]
    public void Without_a_secret_nothing_is_genuine() =>
        SlackSignature.Verify([], "1700000000", EmptyBody, [], Payloads.Now).ShouldBe(SignatureVerdict.Forged);

    private static SignatureVerdict Verify(
        StringValues stamp,
        StringValues signature,
        string body,
        long now = 1700000000
    ) =>
        SlackSignature.Verify(
            [Secret],
            stamp,
            signature,
            Encoding.UTF8.GetBytes(body),
            DateTimeOffset.FromUnixTimeSeconds(now)
        );
}
