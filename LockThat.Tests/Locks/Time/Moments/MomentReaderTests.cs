using LockThat.App.Locks.Time.Moments;

namespace LockThat.Tests.Locks.Time.Moments;

public sealed class MomentReaderTests
{
    [Theory]
    [InlineData("until 17:30 big demo", "17:30", "big demo")]
    [InlineData("until fri demo", "fri", "demo")]
    [InlineData("UNTIL Fri Demo", "fri", "Demo")]
    [InlineData("til 5pm demo", "17:00", "demo")]
    [InlineData("’til 5pm demo", "17:00", "demo")]
    [InlineData("until 17:30, demo", "17:30", "demo")]
    [InlineData("until 17:30. Demo!", "17:30", "Demo!")]
    [InlineData("until (17:30) demo", "17:30", "demo")]
    [InlineData("(until 17:30) demo", "17:30", "demo")]
    [InlineData("“until fri 17:30” demo", "fri 17:30", "demo")]
    [InlineData("until “fri 17:30” demo", "fri 17:30", "demo")]
    [InlineData("until １７：３０ demo", "17:30", "demo")]
    [InlineData("until 17:\u200B30 demo", "17:30", "demo")]
    [InlineData("un\u2060til \u200B 17:30 demo", "17:30", "demo")]
    [InlineData("until 5 PM: demo", "17:00", "demo")]
    [InlineData("until 17:30 demo at fri", "17:30", "demo at fri")]
    [InlineData("until 17:30 at the office", "17:30", "at the office")]
    [InlineData("until fri at the office", "fri", "at the office")]
    [InlineData("until fri on call", "fri", "on call")]
    [InlineData("until fri 5 people come", "fri", "5 people come")]
    [InlineData("until tomorrow 1.5 release", "tomorrow", "1.5 release")]
    [InlineData("until fri 1.5 release", "fri", "1.5 release")]
    [InlineData("until 17:30 1.5 release", "17:30", "1.5 release")]
    [InlineData("until 17:30 24 boxes", "17:30", "24 boxes")]
    [InlineData("until 17:30 dec party", "17:30", "dec party")]
    [InlineData("until 24 dec 2026-report", "24 dec", "2026-report")]
    [InlineData("until 24 dec 20 people", "24 dec", "20 people")]
    [InlineData("until sun comes up", "sun", "comes up")]
    [InlineData("until eod", "eod", "")]
    [InlineData("until end of day, please", "eod", "please")]
    public void A_moment_is_read_and_the_rest_is_left(string typed, string moment, string left)
    {
        var words = typed.Split(' ');
        var found = MomentReader.Read(words).ShouldBeOfType<MomentRead.Found>();
        (found.Moment.Words, string.Join(' ', words[found.WordsUsed..])).ShouldBe((moment, left));
    }

    [Theory]
    [InlineData("")]
    [InlineData("until")]
    [InlineData("17:30")]
    [InlineData("by 17:30")]
    [InlineData("until further notice")]
    [InlineData("until the release")]
    [InlineData("until the end")]
    [InlineData("until the 24th")]
    [InlineData("until end of the sprint")]
    [InlineData("until monitoring is fixed")]
    [InlineData("until mayhem ends")]
    [InlineData("until decided")]
    [InlineData("until somebody comes")]
    [InlineData("until -5")]
    [InlineData("until ½")]
    [InlineData("until ?")]
    [InlineData("“until fri or so” demo")]
    [InlineData("(until 25:00 or so)")]
    [InlineData("untill 17:30")]
    [InlineData("test until 17:30")]
    [InlineData("tea 17:30")]
    public void Anything_else_is_a_reason(string typed) =>
        MomentReader.Read(typed.Split(' ')).ShouldBeOfType<MomentRead.Absent>();

    [Theory]
    [InlineData("until 25:00", "")]
    [InlineData("until 24:01", "")]
    [InlineData("until 17:60 demo", "", "demo")]
    [InlineData("until 17:5", "")]
    [InlineData("until 17:30:15", "17:30")]
    [InlineData("until 17:30pm", "17:30")]
    [InlineData("until 13pm", "13:00")]
    [InlineData("until 0:30 am", "00:30")]
    [InlineData("until 17.30", "17:30")]
    [InlineData("until 5.30", "05:30, 17:30, 30 may")]
    [InlineData("until 1730", "17:30")]
    [InlineData("until 930 demo", "09:30", "demo")]
    [InlineData("until 17", "17:00")]
    [InlineData("until 5", "05:00, 17:00")]
    [InlineData("until 5 o'clock", "05:00, 17:00", "o'clock")]
    [InlineData("until 0", "00:00, 12:00")]
    [InlineData("until 99", "")]
    [InlineData("until 99999999999999999999", "")]
    [InlineData("until 17h", "17 hours, 17:00")]
    [InlineData("until 17h30", "17 hours 30 minutes, 17:30")]
    [InlineData("until 2 hours demo", "2 hours", "demo")]
    [InlineData("until 2-3 days demo", "2 days, 3 days", "demo")]
    [InlineData("until 31 feb", "28 feb")]
    [InlineData("until 31 feb 2028 9:00", "2028-02-29", "9:00")]
    [InlineData("until 30 feb demo", "28 feb", "demo")]
    [InlineData("until 31st of june", "30 jun")]
    [InlineData("until 0 dec", "")]
    [InlineData("until 2026-02-29", "2026-02-28")]
    [InlineData("until 2026-13-01", "")]
    [InlineData("until 0001-01-01", "")]
    [InlineData("until 9999-12-31", "")]
    [InlineData("until dec", "")]
    [InlineData("until may be fixed", "", "be fixed")]
    [InlineData("until friday's release", "", "release")]
    [InlineData("until mon-fri", "")]
    [InlineData("until 24.12.", "24 dec")]
    [InlineData("until 24/12", "24 dec")]
    [InlineData("until 24.12.2026", "2026-12-24")]
    [InlineData("until 10/12", "10 dec, 12 oct")]
    [InlineData("until 3 people are done", "03:00, 15:00", "people are done")]
    [InlineData("until 2nd build", "", "build")]
    [InlineData("until fri 25:00", "")]
    [InlineData("until fri 5", "fri 05:00, fri 17:00")]
    [InlineData("until fri at 5 demo", "fri 05:00, fri 17:00", "demo")]
    [InlineData("until fri 13pm", "fri 13:00")]
    [InlineData("until 17:30 31 feb", "28 feb 17:30")]
    [InlineData("until 17:30 on 24/12", "24 dec 17:30")]
    [InlineData("until 17:30 24.12.", "24 dec 17:30")]
    [InlineData("until 17:30 24.12.2026 demo", "2026-12-24 17:30", "demo")]
    [InlineData("until fri 24.12.", "24 dec")]
    [InlineData("until fri 31 feb", "28 feb")]
    [InlineData("until eod 2026-13-01", "")]
    [InlineData("(until 25:00) demo", "", "demo")]
    public void A_text_that_begins_like_a_moment_and_is_none_is_asked_about(
        string typed,
        string nearest,
        string left = ""
    )
    {
        var words = typed.Split(' ');
        var unclear = MomentReader.Read(words).ShouldBeOfType<MomentRead.Unclear>();
        (string.Join(", ", unclear.Nearest.Select(Words)), string.Join(' ', words[unclear.WordsUsed..])).ShouldBe(
            (nearest, left)
        );
    }

    private static string Words(TypedLength length) =>
        length switch
        {
            TypedLength.For(var time) => LockDuration.Describe(time),
            TypedLength.Until(var moment) => moment.Words,
            _ => $"{length}",
        };
}
