namespace LockThat.Tests.Storage.Linear;

/// <summary>The checker on histories of one number that can be read and written.</summary>
public sealed class LinearizabilityTests
{
    [Fact]
    public void One_after_the_other_is_fine() =>
        Holds(Write(1, 1, 2), Read(1, 3, 4), Write(2, 5, 6), Read(2, 7, 8)).ShouldBeTrue();

    [Fact]
    public void A_read_beside_a_write_may_see_either() =>
        (Holds(Write(1, 1, 4), Read(0, 2, 3)) && Holds(Write(1, 1, 4), Read(1, 2, 3))).ShouldBeTrue();

    [Fact]
    public void A_read_after_a_write_may_not_miss_it() => Holds(Write(1, 1, 2), Read(0, 3, 4)).ShouldBeFalse();

    [Fact]
    public void Nobody_reads_what_nobody_wrote() => Holds(Write(1, 1, 4), Read(7, 2, 3)).ShouldBeFalse();

    [Fact]
    public void What_one_read_has_seen_the_next_may_not_unsee() =>
        Holds(Write(1, 1, 10), Read(1, 2, 3), Read(0, 4, 5)).ShouldBeFalse();

    [Fact]
    public void Two_writes_at_once_are_seen_in_one_order_by_all()
    {
        Holds(Write(1, 1, 10), Write(2, 1, 10), Read(1, 2, 3), Read(2, 4, 5)).ShouldBeTrue();
        Holds(Write(1, 1, 10), Write(2, 1, 10), Read(1, 2, 3), Read(2, 4, 5), Read(1, 6, 7)).ShouldBeFalse();
    }

    [Fact]
    public void Two_winners_of_one_lock_are_found() => Holds(Take("ada", 1, 4), Take("bob", 2, 3)).ShouldBeFalse();

    [Fact]
    public void A_lost_update_is_found() => Holds(Add(0, 1, 1, 4), Add(0, 1, 2, 3), Read(1, 5, 6)).ShouldBeFalse();

    [Fact]
    public void A_long_history_of_many_at_once_is_searched_in_no_time()
    {
        var history = Enumerable.Range(0, 60).Select(call => Write(call % 3, call, call + 9)).Append(Read(8, 100, 101));

        Holds([.. history]).ShouldBeFalse();
    }

    private static bool Holds(params Call<int>[] history) => Linearizability.Holds(history, 0);

    private static Call<int> Write(int value, long began, long ended) => new("write", began, ended, _ => (true, value));

    private static Call<int> Read(int value, long began, long ended) =>
        new("read", began, ended, state => (state == value, state));

    private static Call<int> Add(int from, int to, long began, long ended) =>
        new("add", began, ended, state => (state == from, to));

    private static Call<int> Take(string who, long began, long ended) =>
        new(who, began, ended, state => (state == 0, 1));
}
