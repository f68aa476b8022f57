using LockThat.Tests.Storage.Contract;

namespace LockThat.Tests.Storage.Postgres;

public sealed class KilledInstanceTests(PostgresServer server) : CrashContract
{
    protected override async Task<StorePlace> Place() =>
        new(StoreKind.Postgres, (await server.Database("killed")).Patient);

    protected override void Discard() { }
}
