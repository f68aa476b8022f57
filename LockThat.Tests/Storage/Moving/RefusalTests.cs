using System.IO.Compression;
using LockThat.App.Operator;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Storage.Moving;

/// <summary>Stores that are not moved, and the reasons; both sides stay as they were.</summary>
public sealed class RefusalTests(PostgresServer server) : MigrateTest(server, "refusal")
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Foreign_data_are_left_as_they_are(bool toDatabase)
    {
        await Free(File, "mine");
        await Free(OtherFile, "theirs", "mine");
        var target = OtherFile;
        if (toDatabase)
            await Moved(OtherFile, target = await Database());

        var report = await Migrate(File, target);

        report.IsDone.ShouldBeFalse();
        report.Line.ShouldContain(
            $" holds what is not in {File} (1 resources, 0 places in line, 0 teams with rules of their own, 0 notices"
        );
        (toDatabase ? await Resources(target) : (await Rows(target)).Count).ShouldBe(2);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_copied_is_not_written_over()
    {
        await Free(File, "test-site");
        var database = await Database();
        await Moved(File, database);
        await InDatabase(
            database,
            store => Some.Service(store).Execute(Some.Ada.Asks("r"), Some.For(TimeSpan.FromHours(1)), Cancel)
        );

        (await Migrate(File, database)).Line.ShouldContain("is left as it is");

        await InDatabase(
            database,
            async store => (await store.Find(Some.TestSiteKey, Cancel)).Resource!.Lease.ShouldNotBeNull()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_with_an_app_on_it_is_refused(bool isSource)
    {
        var database = await Database();
        await Free(File, "mine");
        await InDatabase(
            database,
            async store =>
            {
                await Filled.Put(store, Some.Resource(Some.Acme, Some.TestSite));
                var report = isSource ? await Migrate(database, OtherFile) : await Migrate(File, database);

                report.IsDone.ShouldBeFalse();
                report.Line.ShouldMatch(
                    @"^Postgres at 127\.0\.0\.1:\d+/refusal is in use by LockThat \(\d+ connections\): stop every instance first\.$"
                );
            }
        );
        (await Resources(database)).ShouldBe(1);
    }

    [Fact]
    public async Task So_is_one_in_which_somebody_writes_by_another_name()
    {
        var database = await Database();
        await InDatabase(database, _ => Task.CompletedTask);
        await Free(File, "mine");
        await using var other = Npgsql.NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var writing = await other.OpenConnectionAsync(Cancel);
        await using var transaction = await writing.BeginTransactionAsync(Cancel);
        await using var insert = new Npgsql.NpgsqlCommand(
            "insert into lockthat.redeemed values ('x', now())",
            writing,
            transaction
        );
        await insert.ExecuteNonQueryAsync(Cancel);

        (await Migrate(File, database)).Line.ShouldContain("is in use: somebody else holds its tables");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_with_an_app_on_it_is_refused(bool isSource)
    {
        await Free(OtherFile, "mine");
        await InFile(
            File,
            async _ =>
            {
                var report = isSource ? await Migrate(File, OtherFile) : await Migrate(OtherFile, File);
                report.IsDone.ShouldBeFalse();
                report.Line.ShouldContain($"{File}");
                report.Line.ShouldContain("is in use by another process");
            }
        );
        (await Rows(File)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_app_cannot_start_on_a_file_that_is_being_moved()
    {
        await Free(File, "mine");
        using var held = new LockedCopy(File);
        (await Should.ThrowAsync<StorageException>(InFile(File).Open(Cancel))).Fault.ShouldBe(StorageFault.InUse);
    }

    [Theory]
    [InlineData(
        "Host=127.0.0.1;Port=1;Username=ada;Password=hunter2;Database=locks",
        "Postgres at 127.0.0.1:1/locks cannot be used: "
    )]
    [InlineData("Username=ada;Password=hunter2", "--to is not understood: write Host=")]
    [InlineData("Host=x;Pasword=hunter2", "--to is not understood: write Host=")]
    [InlineData("postgres://ada:hunter2@127.0.0.1/locks", "--to is not understood: write Host=")]
    public async Task A_database_that_cannot_be_reached_is_said_without_its_password(string to, string said)
    {
        await Free(File, "mine");
        var report = await Migrate(File, to);
        report.IsDone.ShouldBeFalse();
        report.Line.ShouldStartWith(said);
        (report.Line + Output).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_made()
    {
        (await Migrate(File, OtherFile)).Line.ShouldBe($"{File} does not exist, or may not be seen.");
        (await Migrate(await Database(), OtherFile)).Line.ShouldEndWith(
            "/refusal has no tables of LockThat: there is nothing to copy."
        );
        (System.IO.File.Exists(File), System.IO.File.Exists(OtherFile)).ShouldBe((false, false));
        (await Migrate(File, File)).ShouldBe(new CommandReport(false, "--from and --to are the same."));
    }

    [Fact]
    public async Task A_folder_is_no_store()
    {
        await Free(File, "mine");
        foreach (var folder in new[] { Path.GetDirectoryName(OtherFile)!, OtherFile + "/" })
        {
            (await Migrate(File, folder)).Line.ShouldBe($"{folder} is a folder: name a file in it.");
            (await Migrate(folder, OtherFile)).Line.ShouldBe($"{folder} is a folder: name a file in it.");
        }

        Directory.GetFileSystemEntries(Path.GetDirectoryName(OtherFile)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_an_older_version_is_copied_and_keeps_its_version()
    {
        await using (
            var packed = new GZipStream(
                System.IO.File.OpenRead(Path.Combine(Sources.Root, "LockThat.Tests/Storage/LiteDb/version-1.db.gz")),
                CompressionMode.Decompress
            )
        )
        await using (var data = System.IO.File.Create(File))
            await packed.CopyToAsync(data, Cancel);

        await Moved(File, OtherFile);

        (await Rows(OtherFile)).ShouldNotBeEmpty();
        using var file = Schema.OpenAsItIs(File, PageFile.OpenExclusively);
        file.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task A_database_of_another_version_is_not_read(int version)
    {
        var database = await Database();
        await InDatabase(database, _ => Task.CompletedTask);
        await new TestDatabase(database).Run($"update lockthat.schema set version = {version}");

        (await Migrate(database, OtherFile)).IsDone.ShouldBeFalse();
    }
}
