using System.Text;
using LockThat.App.Operator;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Storage.Moving;

/// <summary>A run that was cut short leaves nothing half done, and every run after it comes to the same.</summary>
public sealed class CutShortTests(PostgresServer server) : MigrateTest(server, "cut_short")
{
    private const int Many = 2500;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_in_the_middle_and_run_again_it_arrives_whole(bool toDatabase)
    {
        await Free(File, Enumerable.Range(0, Many).Select(number => $"site-{number}"));
        var target = toDatabase ? await Database() : OtherFile;
        await using var cut = new CutOff(() => throw new IOException("Broken pipe"));

        (await Migrate(File, target, cut)).IsDone.ShouldBeFalse();
        (await Count()).ShouldBe(0, "all or nothing");
        await Moved(File, target);
        (await Count()).ShouldBe(Many);

        async Task<long> Count() => toDatabase ? await Resources(target) : (await Rows(target)).Count;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Told_to_stop_it_stops_and_nothing_is_half_done(bool toDatabase)
    {
        await Free(File, Enumerable.Range(0, Many).Select(number => $"site-{number}"));
        var target = toDatabase ? await Database() : OtherFile;
        using var stop = new CancellationTokenSource();
        await using var screen = new CutOff(() => stop.Cancel());

        var report = await MigrateCommand.Run(File, target, screen, Time, stop.Token);

        report.ShouldBe(
            new CommandReport(
                false,
                "Stopped. The target has got everything or nothing, and the source is as it was: run it again."
            )
        );
        (toDatabase ? await Resources(target) : (await Rows(target)).Count).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_again_it_finds_all_of_it_there(bool toDatabase)
    {
        await Fill(File);
        var target = toDatabase ? await Database() : OtherFile;
        await Moved(File, target);

        var again = await Migrate(File, target);

        again.IsDone.ShouldBeTrue(again.Line);
        Output.ToString().ShouldEndWith($"37 of 37 rows are there already{Environment.NewLine}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_came_to_the_source_since_is_added(bool toDatabase)
    {
        await Free(File, "one");
        var target = toDatabase ? await Database() : OtherFile;
        await Moved(File, target);
        await Fill(File);

        (await Migrate(File, target)).Line.ShouldContain(
            ": 10 resources, 2 places in line, 2 teams with rules of their own, 8 notices"
        );
    }

    /// <summary>A screen at which something happens when a thousand rows are copied.</summary>
    private sealed class CutOff(Action atThousand) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteLineAsync(string? value)
        {
            if (value?.StartsWith("1000 of", StringComparison.Ordinal) == true)
                atThousand();
            return base.WriteLineAsync(value);
        }
    }
}
