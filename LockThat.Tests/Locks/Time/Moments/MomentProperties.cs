using CsCheck;
using LockThat.App.Locks.Time.Moments;

namespace LockThat.Tests.Locks.Time.Moments;

public sealed class MomentProperties
{
    private static readonly string[] _s_zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "America/Santiago",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Etc/UTC",
    ];

    private static readonly Gen<TimeZoneInfo> _s_zone = Gen.OneOf(_s_zones).Select(TimeZoneInfo.FindSystemTimeZoneById);

    private static readonly Gen<DateTimeOffset> _s_now = Gen.Int[0, 10 * 366 * 24 * 60]
        .Select(minutes => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<TimeSpan> _s_time = Gen.Int[0, 24 * 60]
        .Select(minutes => TimeSpan.FromMinutes(minutes));

    private static readonly Gen<TimeSpan?> _s_perhaps = Gen.OneOf(
        _s_time.Select(time => (TimeSpan?)time),
        Gen.Const((TimeSpan?)null)
    );

    private static readonly Gen<SaidDay?> _s_day = Gen.OneOf(
        Gen.Const((SaidDay?)null),
        Gen.Const((SaidDay?)new SaidDay.Today()),
        Gen.Const((SaidDay?)new SaidDay.Tomorrow()),
        Gen.Int[0, 6].Select(day => (SaidDay?)new SaidDay.Weekday((DayOfWeek)day)),
        Gen.Int[0, 20 * 366].Select(days => (SaidDay?)SaidDay.Date.Of(new DateOnly(2020, 1, 1).AddDays(days))),
        Gen.Int[0, 365]
            .Select(days => (SaidDay?)(SaidDay.Date.Of(new DateOnly(2028, 1, 1).AddDays(days)) with { Year = null }))
    );

    private static readonly Gen<Moment> _s_moment = Gen.Select(
        _s_day,
        _s_perhaps,
        (day, time) => new Moment(day, time)
    );

    [Fact]
    public void A_moment_is_to_come_and_the_clocks_show_it_then_or_leave_it_out() =>
        Gen.Select(_s_moment, _s_zone, _s_now)
            .Sample(
                (moment, zone, now) =>
                    moment.EndAfter(now, zone, team: null) is not MomentMeaning.At(var at)
                    || (
                        at > now
                        && (Shows(at, zone, moment.Time ?? new(17, 0, 0)) || IsPutForward(at, zone))
                        && IsFirst(at, zone)
                    ),
                iter: 20_000
            );

    [Fact]
    public void A_time_alone_is_the_next_one_and_a_weekday_at_most_a_week_away() =>
        Gen.Select(_s_time, Gen.Int[0, 6], _s_zone, _s_now)
            .Sample(
                (time, day, zone, now) =>
                    new Moment(null, time).EndAfter(now, zone, team: null) is MomentMeaning.At(var next)
                    && next - now <= TimeSpan.FromHours(25)
                    && new Moment(new SaidDay.Weekday((DayOfWeek)day), time).EndAfter(now, zone, team: null)
                        is MomentMeaning.At(var named)
                    && named - now <= TimeSpan.FromHours(8 * 24 + 1)
                    && (named - now <= TimeSpan.FromHours(7 * 24 + 1) || time == TimeSpan.FromDays(1)),
                iter: 20_000
            );

    [Fact]
    public void What_is_offered_for_a_moment_that_has_passed_is_to_come() =>
        Gen.Select(_s_moment, _s_zone, _s_now)
            .Sample(
                (moment, zone, now) =>
                    moment.EndAfter(now, zone, team: null) is not MomentMeaning.Passed(var later)
                    || (
                        moment.Day is SaidDay.Today or SaidDay.Date
                        && later.All(one => one.EndAfter(now, zone, team: null) is MomentMeaning.At)
                    ),
                iter: 20_000
            );

    [Fact]
    public void The_words_of_a_moment_are_read_as_the_same_moment() =>
        _s_moment.Sample(
            moment =>
                MomentReader.Read(["until", .. moment.Words.Split(' ')]) is MomentRead.Found(var read, _)
                && read == moment,
            iter: 20_000
        );

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.Select(Gen.OneOf("until", "till", "until fri", "until 17:30", "until 24 dec"), Some.Text)
            .Sample(
                (until, text) =>
                    MomentReader.Read($"{until} {text}".Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
                        is not null,
                iter: 20_000
            );

    private static bool Shows(DateTimeOffset at, TimeZoneInfo zone, TimeSpan time) =>
        TimeZoneInfo.ConvertTime(at, zone).TimeOfDay == (time == TimeSpan.FromDays(1) ? TimeSpan.Zero : time);

    private static bool IsPutForward(DateTimeOffset at, TimeZoneInfo zone) =>
        zone.GetUtcOffset(at) > zone.GetUtcOffset(at.AddSeconds(-1));

    // The clocks did not show the same an hour or half an hour before.
    private static bool IsFirst(DateTimeOffset at, TimeZoneInfo zone) =>
        ((int[])[30, 60]).All(minutes =>
            TimeZoneInfo.ConvertTime(at.AddMinutes(-minutes), zone).DateTime
            != TimeZoneInfo.ConvertTime(at, zone).DateTime
        );
}
