using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

public sealed class ResourceListTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_somebody_holds_is_found_among_what_others_hold_and_what_is_free()
    {
        ResourceList list = [Held("a", "U1"), Free("b"), Held("c", "U2"), Held("d", "U1"), Held("e", "U1")];

        Names(list.HeldBy(new UserId("U1"))).ShouldBe(["a", "d", "e"]);
        Names(list.HeldBy(new UserId("U2"))).ShouldBe(["c"]);
        list.HeldBy(new UserId("U3")).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_holds_the_last_of_them_all_is_found()
    {
        ResourceList list = [.. Enumerable.Range(100, 900).Select(number => Held($"site-{number}", $"U{number}"))];

        Names(list.HeldBy(new UserId("U999"))).ShouldBe(["site-999"]);
    }

    [Fact]
    public void Until_the_first_lock_ends_the_list_is_seen_as_it_stands()
    {
        ResourceList list = [Held("a", "U1", minutes: 2), Free("b"), Held("c", "U2", minutes: 1)];

        list.At(Now.AddMinutes(1).AddTicks(-1)).ShouldBeSameAs(list);
        Names(list.At(Now.AddMinutes(1)).Where(resource => resource.Lease is not null)).ShouldBe(["a"]);
        list.At(Now.AddMinutes(2)).ShouldAllBe(resource => resource.Lease == null);
    }

    [Fact]
    public void What_has_ended_is_nobodys_any_more()
    {
        ResourceList list = [Held("a", "U1", minutes: 1), Held("b", "U1", minutes: 2)];

        Names(list.At(Now.AddMinutes(1)).HeldBy(new UserId("U1"))).ShouldBe(["b"]);
    }

    [Fact]
    public void An_empty_list_stays_empty() =>
        ResourceList.Empty.At(DateTimeOffset.MaxValue).HeldBy(new UserId("U1")).ShouldBeEmpty();

    private static IEnumerable<string> Names(IEnumerable<Resource> resources) =>
        resources.Select(resource => resource.Name.Display);

    private static Resource Free(string name) => Some.Resource(Some.Acme, ResourceName.Of(name));

    private static Resource Held(string name, string holder, int minutes = 60) =>
        Free(name) with
        {
            Holding = new Lease(new($"lease-{name}"), new UserId(holder), Now, Now.AddMinutes(minutes), null),
        };
}
