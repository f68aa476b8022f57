using CsCheck;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Locks.Names;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Which names are the same resource.</summary>
public abstract partial class StoreContract
{
    private const int Pairs = 60;

    [Fact]
    public async Task Two_spellings_of_a_name_are_one_resource()
    {
        foreach (var (pair, (one, other)) in Spelled.Twice.Array[Pairs].Single().Index())
        {
            var team = new Workspace(new($"T{pair}"));
            await Locks.Execute(
                new(team, Some.Ada, new RequestId($"a{pair}")),
                Some.For(TimeSpan.FromHours(2)) with
                {
                    Name = one,
                },
                Cancel
            );
            var refused = await Locks.Execute(
                new(team, Some.Bob, new RequestId($"b{pair}")),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = other,
                },
                Cancel
            );

            refused.ShouldBeRefused<Refusal.HeldBy>();
            refused.ShouldBeOfType<Outcome.Refused>().Present.ShouldNotBeNull().Name.Display.ShouldBe(one.Display);
            (await Locks.Find(team, other, Cancel)).ShouldNotBeNull().Name.Display.ShouldBe(one.Display);
            (
                await Locks.Execute(
                    new(team, Some.Ada, new RequestId($"c{pair}")),
                    new Unlock(other, IsOverride: false, Expected.Anything),
                    Cancel
                )
            ).ShouldHave<Unlocked>();
            (await Locks.List(team, Cancel)).Resources.ShouldHaveSingleItem().Name.Display.ShouldBe(one.Display);
            await Locks.Execute(
                new(team, Some.Ada, new RequestId($"d{pair}")),
                new Delete(other, Expected.Anything),
                Cancel
            );
            (await Locks.List(team, Cancel)).Resources.ShouldBeEmpty();
            await Locks.Execute(new(team, Some.Ada, new RequestId($"e{pair}")), new Create(other), Cancel);
            (await Locks.List(team, Cancel)).Resources.ShouldHaveSingleItem().Name.Display.ShouldBe(other.Display);
        }
    }

    [Fact]
    public async Task Two_names_that_differ_in_more_are_two_resources()
    {
        foreach (var (pair, (one, other)) in Spelled.Apart.Array[Pairs].Single().Index())
        {
            var team = new Workspace(new($"T{pair}"));
            await Locks.Execute(new(team, Some.Ada, new RequestId($"a{pair}")), new Create(one), Cancel);
            await Locks.Execute(new(team, Some.Bob, new RequestId($"b{pair}")), new Create(other), Cancel);
            (await Locks.List(team, Cancel))
                .Resources.Select(resource => resource.Name.Display)
                .ShouldBe([one.Display, other.Display], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Of_many_who_lock_a_name_in_as_many_spellings_one_holds_it()
    {
        string[] spellings =
        [
            "api--bob's",
            "api-bob’s",
            "API—bob‘s",
            "api–bob\"s",
            "api\u2212bob“s",
            "ap\uFE0Fi---bob«s",
        ];
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(number =>
                    Lock(
                        new($"U{number}"),
                        $"r{number}",
                        Name(spellings[number % spellings.Length]),
                        Some.For(TimeSpan.FromHours(1))
                    )
                )
        );
        outcomes.OfType<Outcome.Accepted>().ShouldHaveSingleItem();
        outcomes.OfType<Outcome.Refused>().Count(refused => refused.Why is Refusal.HeldBy).ShouldBe(59);
    }

    [Fact]
    public async Task A_resource_that_is_deleted_and_created_at_once_is_found_by_every_spelling()
    {
        await Put(Name("a—b"), _ => Free(Name("a—b")));
        await Task.WhenAll(
            Locks.Execute(Some.Ada.Asks("r1"), new Delete(Name("a-b"), Expected.Anything), Cancel),
            Locks.Execute(Some.Ada.Asks("r2"), new Create(Name("a--b")), Cancel),
            Locks.Execute(Some.Ada.Asks("r3"), new Delete(Name("a-b"), Expected.Anything), Cancel)
        );
        await Locks.Execute(Some.Ada.Asks("r4"), new Create(Name("a-b")), Cancel);
        await Reopen();
        (await Stored(new(Some.Acme.Team, Name("a–b")))).ShouldNotBeNull();
        (await Locks.List(Some.Acme, Cancel)).Resources.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("test-site,", "test-site")]
    [InlineData("(Test—Site)", "test-site")]
    [InlineData("#test-site!", "#test-site")]
    [InlineData("kept,", "kept,")]
    [InlineData("unknown,", "unknown,")]
    [InlineData("(unknown)", "(unknown)")]
    public async Task A_name_typed_with_punctuation_at_the_edge_means_what_exists(string typed, string meant)
    {
        foreach (var name in (string[])["test-site", "#test-site", "kept", "kept,"])
            await Put(Name(name), _ => Free(Name(name)));
        (await Locks.Meant(Some.Acme, Name(typed), Cancel)).ShouldBe(Name(meant));
    }
}
