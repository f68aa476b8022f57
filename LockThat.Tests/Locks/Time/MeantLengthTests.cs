using System.Globalization;
using CsCheck;

namespace LockThat.Tests.Locks.Time;

public sealed class MeantLengthTests
{
    [Theory]
    [InlineData("1:30h", "", "01:30:00")]
    [InlineData("1:30 h demo", "demo", "01:30:00")]
    [InlineData("1:30:15h", "", "01:30:15")]
    [InlineData("1:30m", "", "00:01:30", "01:30:00")]
    [InlineData("+2h demo", "demo", "02:00:00")]
    [InlineData("+ 2h", "", "02:00:00")]
    [InlineData("~2 hours 30 minutes demo", "demo", "02:30:00")]
    [InlineData("for ~2h", "", "02:00:00")]
    [InlineData("≈1,5h", "", "01:30:00")]
    [InlineData("*2h*", "", "02:00:00")]
    [InlineData("(2h demo", "demo", "02:00:00")]
    [InlineData("(~2h) demo", "demo", "02:00:00")]
    [InlineData("2-3h", "", "02:00:00", "03:00:00")]
    [InlineData("2–3 days demo", "demo", "2.00:00:00", "3.00:00:00")]
    [InlineData("2-day offsite", "offsite", "2.00:00:00")]
    [InlineData("2h-3h", "", "02:00:00", "03:00:00")]
    [InlineData("1/2h", "", "00:30:00")]
    [InlineData("½ h demo", "demo", "00:30:00")]
    [InlineData("1½h", "", "01:30:00")]
    [InlineData("1,500 m demo", "demo", "1.01:00:00", "00:01:30")]
    [InlineData("1,000", "", "16:40:00", "00:01:00")]
    [InlineData("30m2h", "", "02:30:00")]
    [InlineData("2h2h", "", "02:00:00")]
    [InlineData("1h:30m", "", "01:30:00")]
    [InlineData("2h:30", "", "02:30:00")]
    [InlineData("5.h", "", "05:00:00")]
    [InlineData("2h+ demo", "demo", "02:00:00")]
    [InlineData("2h,demo and more", "demo and more", "02:00:00")]
    [InlineData("2h—demo", "demo", "02:00:00")]
    [InlineData("2h&30m", "", "02:30:00")]
    [InlineData("1.2.3 h", "")]
    [InlineData("1.000,5 h", "")]
    [InlineData("+0h", "")]
    [InlineData("~999999999999 d", "")]
    public void What_is_plainly_meant_as_a_duration_and_cannot_be_read_is_neither_a_duration_nor_a_reason(
        string typed,
        string left,
        params string[] nearest
    )
    {
        var unclear = Read(typed).ShouldBeOfType<DurationRead.Unclear>();
        unclear.Nearest.ShouldBe(nearest.Select(Length));
        string.Join(
                ' ',
                [
                    .. unclear.Behind.Length > 0 ? [unclear.Behind] : Array.Empty<string>(),
                    .. Words(typed)[unclear.WordsUsed..],
                ]
            )
            .ShouldBe(left);
    }

    [Fact]
    public void Ten_thousand_signs_are_never_an_error() =>
        Gen.Select(Gen.Char["2h:-–(“)”~+,.½mé"].Array[1, 12], Gen.Int[1, 900])
            .Sample(
                (signs, times) => Read(string.Concat(Enumerable.Repeat(new string(signs), times))) is not null,
                iter: 500
            );

    private static DurationRead Read(string typed) => LockDuration.Read(Words(typed));

    private static string[] Words(string typed) => typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan Length(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
