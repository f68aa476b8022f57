using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The behaviour of every store. A store's tests inherit it; what a store does with time is
/// relative to the store's own clock.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private IResourceStore? _store;
    private LockService? _locks;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IResourceStore Store => _store ?? throw new InvalidOperationException("The store is not open");

    // Every store is behind every seam.
    protected IOutboxStore Outbox => (IOutboxStore)Store;

    protected IHomeStore Homes => (IHomeStore)Store;

    protected IPersonStore Persons => (IPersonStore)Store;

    protected IHistoryStore History => (IHistoryStore)Store;

    protected abstract IInstallStore Installs { get; }

    // One for as long as the store is open, because a turn that ran out before a start begins anew.
    private protected LockService Locks => _locks ??= Some.Service(Store);

    public async ValueTask InitializeAsync() => _store = await Open();

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await Close();
        await Discard();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the store over what this test has stored so far.</summary>
    protected abstract Task<IResourceStore> Open();

    protected abstract Task Close();

    /// <summary>Removes everything that this test has stored.</summary>
    protected abstract Task Discard();

    /// <summary>Lets time pass on the store's clock.</summary>
    protected abstract Task Pass(TimeSpan time);

    protected async Task Reopen()
    {
        await Close();
        (_store, _locks) = (await Open(), null);
    }

    protected async Task<Resource?> Stored(ResourceKey key) => (await Store.Find(key, Cancel)).Resource;

    /// <summary>Stores what the function makes of the store's present moment.</summary>
    private protected async Task<Resource> Put(
        ResourceName name,
        Func<DateTimeOffset, Resource> make,
        params Notice[] notices
    )
    {
        var stored = await Store.Change(
            new Scope(Some.Acme.Team, name),
            (_, facts) => Some.Becomes(make(facts.Now), notices),
            Cancel
        );
        return stored.ShouldBeOfType<Outcome.Unchanged>().Present!;
    }

    private protected Task Tell(params Notice[] notices) =>
        Store.Change(Some.TestSiteKey, (found, _) => Some.Becomes(found.Only, notices), Cancel);

    private protected Task<Outcome> Lock(UserId user, string request, ResourceName name, ResourceCommand command) =>
        Locks.Execute(user.Asks(request), command with { Name = name }, Cancel);

    private protected static Lease Held(DateTimeOffset since, TimeSpan length, string id = "lease") =>
        new(new(id), Some.Ada, since, since + length, null);

    private protected static Resource Free(ResourceName name) => Some.Resource(Some.Acme, name);

    private protected static ResourceName Name(string name) => ResourceName.Of(name);
}
