using System.Collections.Immutable;
using System.Text;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;
using LockThat.App.Slack.Requests;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Storage.Moving;

/// <summary>Everything moved arrives, and nothing else happens.</summary>
public sealed class ThereAndBackTests(PostgresServer server) : MigrateTest(server, "migrate")
{
    private const string Everything =
        "9 resources, 2 places in line, 2 teams with rules of their own, 8 notices under way, 2 viewers, 2 time zones, 2 former members, 4 installations, 2 redeemed ids, 3 events, 1 positions of deleted events";

    [Fact]
    public async Task There_and_back_leaves_equal_contents()
    {
        await Fill(File);
        var database = await Database();

        await Moved(File, database);
        var back = await Migrate(database, OtherFile);

        back.Line.ShouldEndWith($" to {OtherFile}: {Everything}. Each row was read back there and is the same.");
        var (were, are) = (await Rows(File), await Rows(OtherFile));
        are.Select(row => row.GetType()).Distinct().Count().ShouldBe(typeof(StoredRow).GetNestedTypes().Length);
        are.Select(Compared).ShouldBe(were.Select(Compared));
    }

    [Fact]
    public async Task From_a_database_to_a_file_and_on_to_another_database_nothing_is_lost()
    {
        var (first, second) = (await Database("_first"), await Database("_second"));
        await InDatabase(first, store => Filled.Fill(store, TimeProvider.System.GetUtcNow()));
        Time.SetUtcNow(TimeProvider.System.GetUtcNow());

        await Moved(first, File);
        await Moved(File, second);
        var again = await Migrate(first, second);

        again.Line.ShouldContain(Everything);
        Output.ToString().ShouldEndWith($"37 of 37 rows are there already{Environment.NewLine}");
    }

    [Fact]
    public async Task Notices_keep_their_order_attempts_and_due_moments()
    {
        await Fill(File);
        var database = await Database();
        await Moved(File, database);
        await Moved(database, OtherFile);

        var notices = (await Rows(OtherFile)).OfType<StoredRow.ANotice>().OrderBy(row => row.Pending.Number).ToList();

        notices.Select(row => row.Pending.Number).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        notices[0].Pending.Attempts.ShouldBe(1);
        notices[0].DueAt.ShouldBe(Some.Noon + Filled.Postponed);
        notices[1].DueAt.ShouldBe(Some.Noon, "that it was claimed is forgotten");
    }

    [Fact]
    public async Task An_app_goes_on_where_the_other_stopped()
    {
        Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await Fill(File);
        var database = await Database();
        await Moved(File, database);

        await InDatabase(
            database,
            async store =>
            {
                await new TestDatabase(database).HasClock();
                await new TestDatabase(database).MoveClock(TimeSpan.FromHours(3));
                (await Some.Service(store).ProcessAllDue(Cancel)).ShouldBe(1);
                (await Some.Service(store).ProcessAllDue(Cancel)).ShouldBe(0);
                (await store.Statistics(Cancel)).Notices.ShouldBe(8 + 3);
                var ended = await Told(store, Some.Ada);
                ended.Notice.Content.ShouldBeOfType<NoticeContent.Ended>();
                ended.Number.ShouldBeGreaterThan(8);
                (await store.List(Some.Acme.Team, reader: null, Cancel))
                    .Resources.ShouldHaveSingleItem()
                    .Lease.ShouldBeNull();
            }
        );
    }

    [Fact]
    public async Task Tokens_can_be_used_and_what_was_redeemed_stays_so()
    {
        await Fill(File);
        var database = await Database();
        Time.Advance(TimeSpan.FromMinutes(90));
        await Moved(File, database);
        await Moved(database, OtherFile);

        await InFile(
            OtherFile,
            async store =>
            {
                var grid = (await store.Find(new InstallKey("E0GRID"), Cancel)).ShouldNotBeNull();
                BotToken
                    .Open(grid.Token.ShouldNotBeNull(), Filled.Cipher, grid.Key)
                    .ShouldBe(new BotToken("xoxb-grid", "xoxe-1", Some.Noon.AddHours(12)));
                (await store.Redeem("valid for two", Some.Noon.AddHours(3), Cancel)).ShouldBeFalse();
            }
        );
        (await Rows(OtherFile)).OfType<StoredRow.ARedeemedId>().ShouldHaveSingleItem().Id.ShouldBe("valid for two");
    }

    [Fact]
    public async Task In_a_file_new_rows_come_after_those_that_were_moved()
    {
        await Fill(File);
        await Moved(File, OtherFile);

        await Free(OtherFile, "one-more");
        await InFile(
            OtherFile,
            store =>
                store.Change(
                    Some.TestSiteKey,
                    (found, facts) =>
                        Some.Becomes(
                            found.Only,
                            new Notice(
                                Some.Acme,
                                Some.Bob,
                                Some.TestSite,
                                facts.Now,
                                new NoticeContent.Deleted(Some.Ada)
                            )
                        ),
                    Cancel
                )
        );

        var rows = await Rows(OtherFile);
        rows.OfType<StoredRow.ANotice>().Max(row => row.Pending.Number).ShouldBe(9);
        rows.Count.ShouldBe((await Rows(File)).Count + 2);
    }

    [Fact]
    public async Task The_source_is_left_to_the_byte_as_it_was()
    {
        await Fill(File);
        var before = await Bytes();

        await Moved(File, await Database());

        (await Bytes()).ShouldBe(before);
    }

    [Fact]
    public async Task Ten_thousand_resources_are_moved_and_it_says_how_far_it_is()
    {
        await Free(File, Enumerable.Range(0, 10_000).Select(number => $"site-{number}"));
        var database = await Database();

        await Moved(File, database);
        await Moved(database, OtherFile);

        Output
            .ToString()
            .Split(Environment.NewLine)
            .Where(line => line.EndsWith("000 of 10000 rows", StringComparison.Ordinal))
            .Count()
            .ShouldBe(2 * 10);
        await InDatabase(
            database,
            async store => (await store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(10_000)
        );
    }

    // Arrays are equal when they are the same one, and names in every spelling.
    private static string Compared(StoredRow row) =>
        $"{row.Table.Name} {Encoding.UTF8.GetString(row.Table.Write(row))}";

    private async Task<ImmutableArray<string>> Bytes()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(File)!).Order();
        var bytes = await Task.WhenAll(
            files.Select(async file =>
                $"{file} {Convert.ToHexString(await System.IO.File.ReadAllBytesAsync(file, Cancel))}"
            )
        );
        return [.. bytes];
    }

    private static async Task<PendingNotice> Told(LockThat.App.Storage.Postgres.PostgresStore store, UserId user) =>
        (await store.ClaimNotices(99, Cancel)).First(pending => pending.Notice.To == user);
}
