using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Installs.Workspaces;

/// <summary>The clocks by which people live, as Slack says.</summary>
public sealed class TimeZonesTests : StoreOnDisk
{
    private const string Berlin = """{"ok":true,"user":{"tz":"Europe/Berlin"}}""";
    private static readonly Workspace InGrid = new(new("T0GRID001"), new("E0GRID"));

    [Fact]
    public async Task Slack_is_asked_once_and_the_answer_outlives_a_restart()
    {
        var wire = new Wire(Wire.Says(Berlin));
        (await Zone(wire)).ShouldBe("Europe/Berlin");
        (await Zone(wire)).ShouldBe("Europe/Berlin");
        await Reopen();
        (await Zone(wire)).ShouldBe("Europe/Berlin");
        wire.Sent.Count.ShouldBe(1);
        wire.Sent.Single().Url!.AbsolutePath.ShouldEndWith("users.info");
    }

    [Theory]
    [InlineData("""{"ok":true,"user":{}}""")]
    [InlineData("""{"ok":true,"user":{"tz":""}}""")]
    [InlineData("""{"ok":true,"user":{"tz":"Mars/Phobos"}}""")]
    [InlineData("""{"ok":true,"user":{"tz":"../../../etc/passwd"}}""")]
    [InlineData("""{"ok":true,"user":{"tz":7}}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":false,"error":"user_not_found"}""")]
    public async Task A_zone_that_Slack_does_not_say_is_unknown_and_asked_for_again(string reply)
    {
        var wire = new Wire(Wire.Says(reply), Wire.Says(Berlin));
        (await Zone(wire)).ShouldBeNull();
        (await Store.FindPerson(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
        (await Zone(wire)).ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task Nobody_waits_for_Slack_for_more_than_a_second()
    {
        var wire = new Wire(Wire.Hangs);
        var asked = Zone(wire);
        await wire.Reached(1);
        asked.IsCompleted.ShouldBeFalse();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await asked).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_later_Slack_is_asked_again_because_a_report_may_have_been_lost()
    {
        await Zone(new Wire(Wire.Says(Berlin)));
        Time.Advance(TimeSpan.FromDays(1));
        var wire = new Wire(Wire.Says("""{"ok":true,"user":{"tz":"Asia/Tokyo"}}"""));
        (await Zone(wire)).ShouldBe("Asia/Tokyo");
        (await Zone(wire)).ShouldBe("Asia/Tokyo");
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_answer_holds_while_Slack_is_silent_and_no_longer()
    {
        await Zone(new Wire(Wire.Says(Berlin)));
        Time.Advance(TimeSpan.FromDays(2));
        (await Zone(Silent())).ShouldBe("Europe/Berlin");
        (await Zone(new Wire(Wire.Says("""{"ok":true,"user":{}}""")))).ShouldBeNull();
        (await Store.FindPerson(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Asia/Tokyo", 0, "Asia/Tokyo")]
    [InlineData("Asia/Tokyo", 30, "Asia/Tokyo")]
    [InlineData("Asia/Tokyo", -30, "Asia/Tokyo")]
    [InlineData("Asia/Tokyo", -3600, "Europe/Berlin")]
    [InlineData("Mars/Phobos", 30, null)]
    [InlineData(null, 30, "Europe/Berlin")]
    public async Task A_change_that_Slack_reports_counts_at_once(string? zone, int seconds, string? known)
    {
        await Zone(new Wire(Wire.Says(Berlin)));
        var at = Time.GetUtcNow().AddSeconds(seconds);
        await Zones(Silent()).Learn(Some.Acme, Some.Ada, zone, at, Cancel);
        (await Zone(Silent())).ShouldBe(known);
    }

    [Fact]
    public async Task Nothing_is_kept_of_people_who_never_asked()
    {
        await Zones(Silent()).Learn(Some.Acme, Some.Ada, "Asia/Tokyo", Time.GetUtcNow(), Cancel);
        (await Store.FindPerson(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_may_have_another_zone_in_another_workspace()
    {
        await Zone(new Wire(Wire.Says(Berlin)));
        var wire = new Wire(Wire.Says("""{"ok":true,"user":{"tz":"Asia/Tokyo"}}"""));
        (await Zones(wire).Of(InGrid, Some.Ada, Cancel)).ShouldNotBeNull().Id.ShouldBe("Asia/Tokyo");
        (await Zone(wire)).ShouldBe("Europe/Berlin");
    }

    private static Wire Silent() => new(Wire.Says("""{"ok":false,"error":"missing_scope"}"""));

    private async Task<string?> Zone(Wire wire) => (await Zones(wire).Of(Some.Acme, Some.Ada, Cancel))?.Id;

    private TimeZones Zones(Wire wire) => new(Clients.Over(wire, Time), Store, Time);
}
