using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Several resources that change in one decision: all of them, or none.</summary>
public abstract partial class StoreContract
{
    private static readonly ResourceName A = Name("a");
    private static readonly ResourceName B = Name("b");
    private static readonly Scope Both = new(Some.Acme.Team, [A, B]);

    [Fact]
    public async Task Several_resources_are_decided_upon_in_the_order_of_their_names()
    {
        await Put(A, _ => Free(A));
        Scene found = default;

        await Store.Change(
            new(Some.Acme.Team, [Name("none"), A]),
            (scene, _) => new(found = scene, new Outcome.Unchanged(null), []),
            Cancel
        );

        found.Resources.ShouldBe([null, Free(A)]);
    }

    [Fact]
    public async Task Several_resources_are_created_together_with_what_there_is_to_tell()
    {
        await Store.Change(
            Both,
            (_, _) =>
                new(new Scene([Free(A), Free(B)]), new Outcome.Unchanged(null), [])
                {
                    Notices = [To(Some.Ada, "1"), To(Some.Bob, "2")],
                },
            Cancel
        );
        await Reopen();

        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldBe([Free(A), Free(B)]);
        (await Outbox.ClaimNotices(9, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_several_resources_one_is_changed_another_deleted_and_one_left()
    {
        var c = Name("c");
        await Put(A, _ => Free(A));
        await Put(B, _ => Free(B));
        await Put(c, now => Free(c) with { Holding = Held(now, TimeSpan.FromHours(1)) });

        await Store.Change(
            new(Some.Acme.Team, [A, B, c]),
            (found, facts) =>
                new(
                    new Scene([found[0]! with { Holding = Held(facts.Now, TimeSpan.FromHours(2)) }, null, found[2]]),
                    new Outcome.Unchanged(null),
                    []
                ),
            Cancel
        );
        await Reopen();

        var left = (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources;
        left.Select(resource => resource.Name).ShouldBe([A, c]);
        left.ShouldAllBe(resource => resource.Lease != null);
    }

    [Fact]
    public async Task A_resource_moves_to_another_name_with_its_id_and_its_lock()
    {
        await Put(A, now => Free(A) with { Holding = Held(now, TimeSpan.FromHours(1)) });
        var before = (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldHaveSingleItem();

        await Store.Change(
            Both,
            (found, _) => new(new Scene([null, found[0]! with { Name = B }]), new Outcome.Unchanged(null), []),
            Cancel
        );
        await Reopen();

        var after = (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldHaveSingleItem();
        after.ShouldBe(before with { Name = B });
        (await Store.Find(Some.Acme.Team, before.Id, Cancel)).Resource.ShouldBe(after);
    }

    [Fact]
    public async Task A_decision_on_several_that_throws_changes_none()
    {
        await Should.ThrowAsync<FormatException>(Store.Change(Both, (_, _) => throw new FormatException(), Cancel));
        await Should.ThrowAsync<InvalidOperationException>(
            Store.Change(Both, (_, _) => new(Free(A), new Outcome.Unchanged(null), []), Cancel)
        );
        await Should.ThrowAsync<InvalidOperationException>(
            Store.Change(Both, (_, _) => new(new Scene([Free(B), Free(A)]), new Outcome.Unchanged(null), []), Cancel)
        );

        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_several_take_counts_for_each_of_them()
    {
        var counts = new List<int>();
        for (var round = 0; round < 2; round++)
            await Store.Change(
                Both,
                (found, facts) =>
                {
                    counts.Add(facts.ResourcesInWorkspace);
                    return new(new Scene([Free(A), Free(B)]), new Outcome.Unchanged(null), []);
                },
                Cancel
            );

        (counts[0], counts[^1]).ShouldBe((0, 2));
    }

    /// <summary>Somebody waits for one of two things, and is moved to the other and back by many at once, who name the
    /// two in either order; others change one of the two beside it. Nobody ever sees them at both or at none.</summary>
    [Fact]
    public async Task Nobody_sees_half_of_what_changes_together()
    {
        await Put(A, now => Free(A) with { Holding = Held(now, TimeSpan.FromHours(1)), Watchers = [Some.Cleo] });
        await Put(B, now => Free(B) with { Holding = Held(now, TimeSpan.FromHours(1)) });
        var scopes = new[] { Both, new Scope(Some.Acme.Team, [B, A]) };

        var moved = Enumerable.Range(0, 40).Select(number => Moves(scopes[number % 2]));
        var beside = Enumerable.Range(0, 40).Select(number => Watches(new($"U{number}"), number % 2 == 0 ? A : B));
        var all = Task.WhenAll([.. moved, .. beside]);
        while (!all.IsCompleted)
            Waiting((await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources, Some.Cleo).ShouldBe(1);
        await all;

        var resources = (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources;
        Waiting(resources, Some.Cleo).ShouldBe(1);
        resources.Sum(resource => resource.Watchers.Length).ShouldBe(41);
    }

    private static int Waiting(IEnumerable<Resource> resources, UserId user) =>
        resources.Count(resource => resource.Watchers.Contains(user));

    private Task<Outcome> Watches(UserId user, ResourceName name) =>
        Locks.Execute(user.Asks($"watch-{user}"), new Watch(name, Expected.Anything), Cancel);

    private Task<Outcome> Moves(Scope scope) =>
        Store.Change(
            scope,
            (found, _) => new(new Scene([Moved(found[0]!), Moved(found[1]!)]), new Outcome.Unchanged(null), []),
            Cancel
        );

    private static Resource Moved(Resource resource) =>
        resource with
        {
            Watchers = resource.IsWatchedBy(Some.Cleo)
                ? resource.WatchersBut(Some.Cleo)
                : resource.Watchers.Add(Some.Cleo),
        };
}
