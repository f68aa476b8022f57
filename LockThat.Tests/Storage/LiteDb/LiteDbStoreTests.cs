using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The whole contract on the embedded store.</summary>
public sealed class LiteDbStoreTests : StoreContract
{
    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private LiteDbStore? _open;

    protected override IInstallStore Installs => _open ?? throw new InvalidOperationException("The store is not open");

    [Fact]
    public async Task After_a_start_every_home_is_behind()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await Show();
        await Reopen();

        (await Behind()).ShouldBe([AdasHome]);
    }

    [Theory]
    [InlineData("old", "new")]
    [InlineData("new", "old")]
    public async Task A_resource_is_found_by_its_id_under_each_name_and_not_once_it_is_gone(string first, string second)
    {
        var resource = await Put(Name("old"), _ => Free(Name("old")));
        var renamed = resource with { Name = Name("new") };
        await Store.Change(
            new Scope(Some.Acme.Team, [Name(first), Name(second)]),
            (_, _) =>
                new(new Scene(first == "old" ? [null, renamed] : [renamed, null]), new Outcome.Unchanged(null), []),
            Cancel
        );

        (await Store.Find(Some.Acme.Team, resource.Id, Cancel)).Resource.ShouldNotBeNull().Name.ShouldBe(Name("new"));
        await Reopen();
        (await Store.Find(Some.Acme.Team, resource.Id, Cancel)).Resource.ShouldNotBeNull().Name.ShouldBe(Name("new"));
        (await Store.Find(Some.Globex.Team, resource.Id, Cancel)).Resource.ShouldBeNull();
        await Store.Change(new Scope(Some.Acme.Team, Name("new")), (_, _) => Some.Becomes(null), Cancel);
        (await Store.Find(Some.Acme.Team, resource.Id, Cancel)).Resource.ShouldBeNull();
    }

    protected override async Task<IResourceStore> Open()
    {
        _open = new LiteDbStore(_folder.Data, _time, NullLogger<LiteDbStore>.Instance);
        await _open.Open(Cancel);
        return _open;
    }

    protected override Task Close() => _open?.Close(CancellationToken.None) ?? Task.CompletedTask;

    protected override Task Discard()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    protected override Task Pass(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
