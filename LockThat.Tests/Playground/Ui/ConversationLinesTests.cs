using System.Globalization;
using LockThat.Playground.Formatting;
using LockThat.Playground.Ui.Shell;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground.Ui;

public sealed class ConversationLinesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_goes_on_within_five_minutes_is_named_once() =>
        Firsts(By("grace", 0), By("grace", 4), By("grace", 10), By("ada", 11)).ShouldBe([true, false, true, true]);

    [Fact]
    public void What_only_one_reader_sees_stands_apart() =>
        Firsts(By("app", 0), By("app", 1) with { EphemeralFor = "ada" }, By("app", 2) with { EphemeralFor = "ada" })
            .ShouldBe([true, true, true]);

    [Fact]
    public void Each_day_of_the_reader_s_begins_with_its_name()
    {
        var tokyo = Reader.From("Asia/Tokyo", twelveHours: false);
        var lines = Conversation.Lines(
            [By("grace", 0), By("grace", 179), By("grace", 181)],
            tokyo,
            Noon.AddHours(4),
            null
        );
        lines.Select(line => line.Day).ShouldBe(["Yesterday", null, "Today"]);
    }

    [Fact]
    public void The_first_unread_message_is_marked()
    {
        Message[] messages = [By("grace", 0), By("grace", 1), By("ada", 2), By("grace", 3)];
        var newFrom = Conversation.FirstUnread([.. messages], "ada", unread: 2);
        Conversation
            .Lines([.. messages], Reader.Utc, Noon, newFrom)
            .Select(line => line.IsNew)
            .ShouldBe([false, true, false, false]);
    }

    private static IEnumerable<bool> Firsts(params Message[] messages) =>
        Conversation.Lines([.. messages], Reader.Utc, Noon, null).Select(line => line.IsFirst);

    private static Message By(string author, int minutes) =>
        new()
        {
            ChannelId = "C1",
            AuthorId = author,
            Ts = string.Create(CultureInfo.InvariantCulture, $"{Noon.AddMinutes(minutes).ToUnixTimeSeconds()}.000001"),
        };
}
