using System.Text;
using System.Text.Json;
using LockThat.App.Slack.Replies;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Slack.Replies;

public sealed class AckJsonTests
{
    private static readonly ModalViewDefinition View = new() { Title = "Lock", Blocks = [new DividerBlock()] };

    public static TheoryData<Ack, string> Acks =>
        new()
        {
            { new Ack.Empty(), "" },
            {
                new Ack.OfMessage(new Message("hi") { Blocks = [new DividerBlock()] }),
                """{"response_type":"ephemeral","text":"hi","blocks":[{"type":"divider"}]}"""
            },
            { new Ack.OfMessage(new Message("hi")), """{"response_type":"ephemeral","text":"hi"}""" },
            {
                new Ack.ViewErrors(new Dictionary<string, string> { ["name"] = "Too long" }),
                """{"response_action":"errors","errors":{"name":"Too long"}}"""
            },
            {
                new Ack.ViewUpdate(View),
                """{"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"Lock"},"blocks":[{"type":"divider"}]}}"""
            },
            {
                new Ack.ViewPush(View),
                """{"response_action":"push","view":{"type":"modal","title":{"type":"plain_text","text":"Lock"},"blocks":[{"type":"divider"}]}}"""
            },
            { new Ack.ViewClear(), """{"response_action":"clear"}""" },
            {
                new Ack.Options([new Option { Text = "test-site", Value = "test-site" }]),
                """{"options":[{"text":{"type":"plain_text","text":"test-site"},"value":"test-site"}]}"""
            },
            { new Ack.Options([]), """{"options":[]}""" },
            { new Ack.Refused(), "" },
            { new Ack.Challenge("abc"), """{"challenge":"abc"}""" },
        };

    [Theory]
    [MemberData(nameof(Acks))]
    public void An_acknowledgement_is_written_as_Slack_reads_it(Ack ack, string json) =>
        Encoding.UTF8.GetString(AckJson.Bytes(ack).Span).ShouldBe(json);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("one\ntwo")]
    [InlineData("\n\none\r\n\"two\" <é> 🔒\n")]
    public void A_text_of_many_lines_arrives_as_it_is(string text) => Arrived(text).ShouldBe(text);

    [Fact]
    public void Halves_of_a_character_on_two_lines_do_not_become_one() =>
        Arrived("half \ud83d\n\udd12 a lock").ShouldBe("half \ufffd\n\ufffd a lock");

    [Fact]
    public void Every_kind_of_acknowledgement_is_tried() =>
        Acks.Select(row => row.Data.Item1.GetType()).Distinct().Count().ShouldBe(typeof(Ack).GetNestedTypes().Length);

    private static string? Arrived(string text)
    {
        using var json = JsonDocument.Parse(AckJson.Bytes(new Ack.OfMessage(new Message(text))));
        return json.RootElement.GetProperty("text").GetString();
    }
}
