using System.Text;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

public sealed class EventJsonTests
{
    private const string Origin =
        "\"team\":\"T0ACME001\",\"id\":\"ZxcyJTgaNIp1DxH3\",\"name\":\"test-site\","
        + "\"by\":\"U0ADA\",\"through\":\"slack\",\"at\":1795348800000";
    private static readonly Lease Adas = new(new("adas"), Some.Ada, Some.Noon, Some.Noon.AddHours(2), null);

    [Fact]
    public void Whatever_happens_is_read_back_as_it_happened() =>
        Acts.Scenes(step =>
        {
            foreach (var happened in step.Happened)
            {
                var written = EventJson.Write(happened);
                var read = Read(written).ShouldNotBeNull();
                Alike.Are(new Outcome.Accepted(read), new Outcome.Accepted(happened)).ShouldBeTrue($"{read}");
                EventJson.Write(read).ShouldBe(written);
            }
        });

    [Fact]
    public void A_run_of_a_program_keeps_its_token()
    {
        var origin = new EventOrigin(
            new(Some.Acme.Team, new("E0GRID")),
            new("id"),
            Some.TestSite,
            new Actor.Run(new("token-1"), "build 812", Some.Ada),
            new Entrance.Token(new("token-1")),
            Some.Noon
        );
        Read(EventJson.Write(new Created(origin))).ShouldBe(new Created(origin));
    }

    [Fact]
    public void An_event_has_the_bytes_that_stand_in_stores()
    {
        var now = Some.Origin(Some.Ada, Some.Noon);
        const string Ada = """{"id":"adas","holder":"U0ADA","since":1795348800000,"until":1795356000000}""";

        ShouldBeStored(
            new Released(now, Some.Bob, Adas, [new("U0CY")]),
            $$"""
            "kind":"released",{{Origin}},"gone":"U0BOB","before":{{Ada}},"watchers":["U0CY"]
            """
        );
        ShouldBeStored(
            new Locked(now, Adas, IsCreated: true),
            $$"""
            "kind":"locked",{{Origin}},"isCreated":true,"lease":{{Ada}}
            """
        );
    }

    [Fact]
    public void An_event_of_a_line_has_the_bytes_that_stand_in_stores()
    {
        var now = Some.Origin(Some.Ada, Some.Noon);
        var wait = new Wait(new("bobs"), Some.Bob, new(Some.Noon, -1))
        {
            Length = TimeSpan.FromHours(1),
            Reason = Reason.Of("demo"),
            ToldUntil = Some.Noon.AddHours(2),
        };
        const string Bob =
            """{"id":"bobs","who":"U0BOB","at":1795348800000,"step":-1,"length":3600000,"reason":"demo","toldUntil":1795356000000}""";

        ShouldBeStored(
            new Joined(now, wait, false),
            $$"""
            "kind":"joined",{{Origin}},"wait":{{Bob}},"isAgain":false
            """
        );
        ShouldBeStored(
            new TurnGiven(now, wait, Some.Noon),
            $$"""
            "kind":"turn_given",{{Origin}},"wait":{{Bob}},"until":1795348800000
            """
        );
        ShouldBeStored(
            new LetGoFirst(now, wait, Some.Cleo),
            $$"""
            "kind":"let_go_first",{{Origin}},"wait":{{Bob}},"next":"U0CLEO"
            """
        );
        ShouldBeStored(
            new WentNext(now, wait, [wait]),
            $$"""
            "kind":"went_next",{{Origin}},"wait":{{Bob}},"line":[{{Bob}}]
            """
        );
    }

    [Fact]
    public void A_kind_that_only_a_later_version_knows_is_left_out() =>
        Read("""{"kind":"reserved","at":1}"""u8.ToArray()).ShouldBeNull();

    private static void ShouldBeStored(ResourceEvent happened, string members) =>
        Encoding.UTF8.GetString(EventJson.Write(happened)).ShouldBe("{" + members + "}");

    private static ResourceEvent? Read(byte[] written)
    {
        using var json = JsonDocument.Parse(written);
        return EventJson.Read(json.RootElement);
    }
}
