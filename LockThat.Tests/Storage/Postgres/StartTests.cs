using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.Postgres;
using LockThat.App.Storage.Postgres.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A database that cannot be used stops the start with one line that says which and why, and never the
/// password.</summary>
public sealed class StartTests(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named()
    {
        var refusal = await Refused("Host=127.0.0.1;Port=1;Username=ada;Password=hunter2;Database=locks");

        refusal.Fault.ShouldBe(StorageFault.Unreachable);
        refusal.Message.ShouldStartWith("Postgres at 127.0.0.1:1/locks cannot be used: ");
        refusal.Message.ShouldNotContain("hunter2");
        refusal.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var database = await server.Database("start");
        var refusal = await Refused(
            database.Patient.Replace("Database=start", "Database=nowhere", StringComparison.Ordinal)
        );

        refusal.Message.ShouldContain("/nowhere cannot be used: database \"nowhere\" does not exist");
    }

    [Fact]
    public async Task Who_must_be_alone_is_refused_while_an_instance_runs()
    {
        var database = await server.Database("alone");
        IStorage instance = new PostgresStore(
            database.Patient,
            TimeProvider.System,
            NullLogger<PostgresStore>.Instance
        );
        await instance.Open(Cancel);
        (
            await Should.ThrowAsync<StorageException>(OfflineDatabase.RequireAlone(database.Patient, Cancel))
        ).Fault.ShouldBe(StorageFault.InUse);
        await instance.Close(Cancel);
        await OfflineDatabase.RequireAlone(database.Patient, Cancel);
    }

    [Theory]
    [InlineData("Host=localhost;Colour=blue;Password=hunter2")]
    [InlineData("Host=localhost;Port=many;Password=hunter2")]
    [InlineData("Database=locks;Password=hunter2")]
    public async Task A_connection_string_that_is_none_is_refused_without_being_repeated(string text)
    {
        var refusal = await Refused(text);

        refusal.Message.ShouldContain("ConnectionStrings:Postgres");
        refusal.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task No_statement_waits_until_the_server_has_compiled_it()
    {
        var database = new Database((await server.Database("start")).Patient, NullLogger.Instance);
        await database.Open(Cancel);
        (await database.Read(Statement.Of("show jit"), row => row.GetString(0), Cancel)).ShouldBe(["off"]);
        await database.Close();
    }

    [Fact]
    public async Task Tables_of_a_later_version_are_left_alone()
    {
        var database = await server.Database("start");
        await OpenAndClose(database.Patient);
        await database.Run($"update lockthat.schema set version = {Schema.Version + 1}");

        var refusal = await Refused(database.Patient);

        refusal.Fault.ShouldBe(StorageFault.FromTheFuture);
        refusal.Message.ShouldContain($"version {Schema.Version + 1}");
        (await database.Ask<int>("select version from lockthat.schema")).ShouldBe(Schema.Version + 1);
    }

    [Fact]
    public async Task Who_may_not_create_tables_is_told_so()
    {
        var database = await server.Database("start");
        await database.Run("drop role if exists guest; create role guest login");

        (
            await Refused(database.Patient.Replace("Username=lockthat", "Username=guest", StringComparison.Ordinal))
        ).Message.ShouldContain("permission denied for database");
    }

    [Fact]
    public async Task What_others_keep_in_the_same_database_is_none_of_its_business()
    {
        var database = await server.Database("start");
        await database.Run("drop table if exists public.resources; create table public.resources (mine int)");

        await OpenAndClose(database.Patient);
        await OpenAndClose(database.Patient);

        (await database.Ask<long>("select count(*) from pg_tables where schemaname = 'public'")).ShouldBe(1);
        (await database.Ask<int>("select version from lockthat.schema")).ShouldBe(Schema.Version);
    }

    [Fact]
    public async Task A_look_says_what_the_next_start_would_do_and_does_nothing()
    {
        var database = await server.Database("start");
        (await Look(database.Patient)).ShouldBe(new StorageProbe(null, "the next start makes the tables"));
        (await database.Ask<long>("select count(*) from pg_namespace where nspname = 'lockthat'")).ShouldBe(0);

        await OpenAndClose(database.Patient);
        (await Look(database.Patient)).ShouldBe(new StorageProbe(null));
    }

    [Fact]
    public async Task A_look_says_what_a_start_would_refuse()
    {
        var database = await server.Database("start");
        await database.Run("drop role if exists guest; create role guest login");
        (
            await Look(database.Patient.Replace("Username=lockthat", "Username=guest", StringComparison.Ordinal))
        ).Problem.ShouldBe("guest may not create tables there: grant create on database start.");
        (await Look($"{database.Patient};Options=-c default_transaction_read_only=on"))
            .Problem.ShouldNotBeNull()
            .ShouldContain("only reads");
        (await Look("Host=127.0.0.1;Port=1;Database=locks"))
            .Problem.ShouldNotBeNull()
            .ShouldContain("127.0.0.1:1/locks cannot be used");

        await OpenAndClose(database.Patient);
        await database.Run($"update lockthat.schema set version = {Schema.Version + 1}");
        (await Look(database.Patient)).Problem.ShouldNotBeNull().ShouldContain($"version {Schema.Version + 1}");
    }

    private static Task<StorageProbe> Look(string connectionString) =>
        StorageProbe.At(new StorageSettings.Postgres(connectionString), "/", Cancel);

    private static async Task OpenAndClose(string connectionString)
    {
        using var store = new PostgresStore(connectionString, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await store.Open(Cancel);
        await store.Close(Cancel);
    }

    private static async Task<StorageException> Refused(string connectionString)
    {
        using var store = new PostgresStore(connectionString, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        return await Should.ThrowAsync<StorageException>(store.Open(Cancel));
    }
}
