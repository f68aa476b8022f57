using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb.History;

public sealed class HistoryFileTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private HistoryFile _file;

    public HistoryFileTests() => _file = HistoryFile.Create(Path, 0, PageFile.OpenExclusively);

    private string Path => _folder.Data + "-history";

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_workspace_counts_its_own_events()
    {
        _file.Append([.. Happenings.Of(Happenings.Acme, 1, 2), .. Happenings.Of(Happenings.Globex, 1, 1)], 1);
        _file.Append([.. Happenings.Of(Happenings.Globex, 2, 2), .. Happenings.Of(Happenings.Acme, 3, 3)], 2);

        Reopen();

        _file.ShouldHaveFirst(Happenings.Acme, 3);
        _file.ShouldHaveFirst(Happenings.Globex, 2);
        (_file.Position(Happenings.Acme), _file.Position("T0NONE"), _file.FiledUpTo).ShouldBe((3, 0, 2));
    }

    [Fact]
    public void Events_that_come_one_by_one_lie_in_few_blocks_and_all_are_there()
    {
        for (var number = 1; number <= 1_300; number++)
            _file.Append(Happenings.Of(Happenings.Acme, number, number), number);

        Reopen();

        _file.ShouldHaveFirst(Happenings.Acme, 1_300);
        _file.Tidy();
        _file.ShouldHaveFirst(Happenings.Acme, 1_300);
        _file.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_page_has_the_newest_first_and_the_next_one_goes_on_before_it()
    {
        _file.Append(Happenings.Of(Happenings.Acme, 1, 1_200), 1);

        _file.Page(new(Happenings.Acme), 3).Numbers().ShouldBe([1_200, 1_199, 1_198]);
        _file.Page(new(Happenings.Acme) { Before = 1_198 }, 2).Numbers().ShouldBe([1_197, 1_196]);
        _file.Page(new(Happenings.Acme) { Before = 1 }, 2).ShouldBeEmpty();
        _file.Page(new(Happenings.Globex), 2).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5, null, null)]
    [InlineData(null, 2, null)]
    [InlineData(null, null, 1)]
    [InlineData(5, 2, null)]
    [InlineData(5, null, 2)]
    [InlineData(null, 2, 2)]
    [InlineData(6, 0, 0)]
    [InlineData(6, 0, 1)]
    public void A_page_has_what_is_looked_for_and_nothing_else(int? resource, int? person, int? kind)
    {
        _file.Append(Happenings.Of(Happenings.Acme, 1, 2_000), 1);
        var search = new HistorySearch(Happenings.Acme)
        {
            Resource = resource is { } thing ? Happenings.Resource(thing) : 0,
            Person = person is { } somebody ? Happenings.Person(somebody) : 0,
            Kinds = kind is { } one ? [Happenings.Kind(one), EntryKeys.Of("unknown")] : [],
        };

        _file
            .Page(search, 40)
            .Numbers()
            .ShouldBe(
                Enumerable
                    .Range(1, 2_000)
                    .Reverse()
                    .Where(number => resource is null || number % 7 == resource)
                    .Where(number => person is null || number % 3 == person)
                    .Where(number => kind is null || number % 3 == kind)
                    .Take(40)
            );
    }

    [Fact]
    public void Readers_that_follow_positions_get_each_event_once_and_in_order()
    {
        var read = new List<int>();
        for (var (number, position) = (1, 0L); read.Count < 900; )
        {
            _file.Append(Happenings.Of(Happenings.Acme, number, number + 8), number);
            number += 9;
            for (; _file.After(Happenings.Acme, position, 4) is { Count: > 0 } some; position = some[^1].Position)
                read.AddRange(some.Numbers());
        }

        read.ShouldBe(Enumerable.Range(1, read.Count));
    }

    [Fact]
    public void Old_events_go_a_little_at_a_time_and_to_the_event()
    {
        _file.Append(Happenings.Of(Happenings.Acme, 1, 1_000), 1);
        _file.Append(Happenings.Of(Happenings.Globex, 300, 700), 2);
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(600_000);

        _file.Prune(moment, 250).ShouldBe(250);
        _file.All(Happenings.Acme).Numbers().ShouldBe(Enumerable.Range(251, 750));
        for (var all = 250; all < 899; )
            all += _file.Prune(moment, 250);
        _file.Prune(moment, 250).ShouldBe(0);

        var length = new FileInfo(Path).Length;
        _file.Tidy();
        new FileInfo(Path).Length.ShouldBe(length, "the end of a run leaves nothing old on the disk");
        Reopen();
        _file.All(Happenings.Acme).Numbers().ShouldBe(Enumerable.Range(600, 401));
        _file.All(Happenings.Globex).Numbers().ShouldBe(Enumerable.Range(600, 101));
        _file.Page(new(Happenings.Acme) { Resource = Happenings.Resource(600 % 7) }, 99).Numbers().Last().ShouldBe(600);
    }

    [Fact]
    public void A_position_is_given_once_though_all_events_are_gone()
    {
        _file.Append(Happenings.Of(Happenings.Acme, 1, 5), 1);
        _file.Prune(DateTimeOffset.FromUnixTimeMilliseconds(99_000), 99).ShouldBe(5);
        _file.Tidy();
        Reopen();

        _file.Append(Happenings.Of(Happenings.Acme, 6, 6), 2);

        _file.All(Happenings.Acme).ShouldHaveSingleItem().Position.ShouldBe(6);
    }

    [Fact]
    public void A_workspace_that_is_forgotten_leaves_nothing_in_the_file()
    {
        _file.Append([.. Happenings.Of(Happenings.Acme, 1, 700), .. Happenings.Of(Happenings.Globex, 1, 3)], 1);

        _file.Forget(Happenings.Acme).ShouldBe(700);
        _file.Forget(Happenings.Acme).ShouldBe(0);

        Reopen();
        _file.All(Happenings.Acme).ShouldBeEmpty();
        _file.ShouldHaveFirst(Happenings.Globex, 3);
        _file.Dispose();
        File.ReadAllText(Path).ShouldNotContain(Happenings.Acme);
    }

    [Fact]
    public void A_position_that_is_noted_is_given_already_and_takes_nothing_away()
    {
        _file.Append(Happenings.Of(Happenings.Acme, 1, 5), 1);
        _file.NotePosition(Happenings.Acme, 9);
        _file.NotePosition(Happenings.Globex, 7);
        Reopen();

        _file.ShouldHaveFirst(Happenings.Acme, 5);
        _file.Append([.. Happenings.Of(Happenings.Acme, 6, 6), .. Happenings.Of(Happenings.Globex, 1, 1)], 2);
        (_file.Position(Happenings.Acme), _file.Position(Happenings.Globex)).ShouldBe((10, 8));
    }

    [Fact]
    public void A_copy_has_all_that_the_file_has()
    {
        var copy = _folder.Data + "-copy";
        _file.Append(Happenings.Of(Happenings.Acme, 1, 1_000), 41);
        _file.Append(Happenings.Of(Happenings.Globex, 1, 2), 42);
        _file.CopyTo(copy);

        using var copied = HistoryFile.Open(copy, PageFile.OpenExclusively);

        copied.ShouldHaveFirst(Happenings.Acme, 1_000);
        copied.ShouldHaveFirst(Happenings.Globex, 2);
        copied.FiledUpTo.ShouldBe(42);
    }

    private void Reopen()
    {
        _file.Dispose();
        _file = HistoryFile.Open(Path, PageFile.OpenExclusively);
    }
}
