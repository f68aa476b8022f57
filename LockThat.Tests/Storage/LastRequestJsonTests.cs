using System.Text;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

/// <summary>The last requests that the version before has written can be read, and it can read the present
/// ones.</summary>
public sealed class LastRequestJsonTests
{
    private static readonly Lease Adas = new(new("adas"), Some.Ada, Some.Noon, Some.Noon.AddHours(2), null);
    private static readonly Lease Bobs = new(new("bobs"), Some.Bob, Some.Noon, Some.Noon.AddHours(1), null)
    {
        Former = Adas,
    };

    public static TheoryData<string, Lease?, Lease?, bool, bool> Former { get; } =
        new()
        {
            { nameof(Locked), null, Adas, true, false },
            { nameof(Locked), null, Adas, false, false },
            { nameof(Renewed), Adas, Adas with { Until = Some.Noon.AddHours(3) }, false, false },
            { nameof(TakenOver), Adas, Bobs, false, false },
            { nameof(GivenBack), Bobs, Adas, false, false },
            { nameof(Unlocked), Adas, null, false, true },
            { nameof(Created), null, null, true, true },
        };

    [Theory]
    [MemberData(nameof(Former))]
    public void A_row_of_the_version_before_says_what_came_of_its_last_request(
        string kind,
        Lease? before,
        Lease? present,
        bool created,
        bool isFreed
    )
    {
        var last = Read(present, Written(before, created, isFreed)).ShouldNotBeNull();

        last.Event.GetType().Name.ShouldBe(kind);
        (last.Request.Value, last.By, last.At).ShouldBe(("r", Some.Ada, Some.Noon));
        (last.Before, last.After).ShouldBe((before, present));
    }

    [Fact]
    public void A_row_of_the_version_before_whose_lock_has_ended_since_does_not_say_what_came_of_it() =>
        Read(present: null, Written(before: null, created: false, isFreed: false)).ShouldBeNull();

    [Fact]
    public void A_lease_that_the_resource_has_too_is_written_once()
    {
        var locked = new LastRequest(new("r"), new Locked(Some.Origin(Some.Ada, Some.Noon), Adas, IsCreated: true));
        using var held = Written(locked, Adas);
        using var free = Written(locked, present: null);

        held.RootElement.GetProperty("last").TryGetProperty("lease", out _).ShouldBeFalse();
        free.RootElement.GetProperty("last").TryGetProperty("lease", out _).ShouldBeTrue();
    }

    [Fact]
    public void The_version_before_finds_all_that_it_knows()
    {
        var taken = new TakenOver(Some.Origin(Some.Bob, Some.Noon), Bobs, Adas);
        using var json = Written(new(new("r"), taken), Bobs);
        var last = json.RootElement.GetProperty("last");

        last.GetProperty("before").ToLease().ShouldBe(Adas);
        (last.GetProperty("created").GetBoolean(), last.GetProperty("isFreed").GetBoolean()).ShouldBe((false, false));
    }

    private static LastRequest? Read(Lease? present, string last)
    {
        using var json = JsonDocument.Parse(last);
        var (id, workspace, name) = Some.Resource(Some.Acme, Some.TestSite);
        return LastRequestJson.Read(json.RootElement, workspace, id, name, present);
    }

    private static JsonDocument Written(LastRequest last, Lease? present) =>
        JsonDocument.Parse(StateJson.Of(json => LastRequestJson.Write(json, last, present)));

    private static string Written(Lease? before, bool created, bool isFreed) =>
        Encoding.UTF8.GetString(
            StateJson.Of(json =>
            {
                json.WriteString("request", "r");
                json.WriteString("by", ActorText.Of(Some.Ada));
                json.Write("at", Some.Noon);
                json.Write("before", before);
                json.WriteBoolean("created", created);
                json.WriteBoolean("isFreed", isFreed);
            })
        );
}
