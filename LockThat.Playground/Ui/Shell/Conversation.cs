using System.Collections.Immutable;
using System.Globalization;
using LockThat.Playground.Formatting;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Shell;

/// <summary>A message in a list, with the divider above it; its author is shown again where it is the first of a
/// group.</summary>
public sealed record Line(Message Message, bool IsFirst, string? Day, bool IsNew);

/// <summary>The layout of a list of messages.</summary>
public static class Conversation
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public static DateTimeOffset At(Message message) =>
        DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(double.Parse(message.Ts, CultureInfo.InvariantCulture));

    /// <param name="messages">The messages in order.</param>
    /// <param name="reader">The reader whose days divide them.</param>
    /// <param name="now">The moment that counts as today.</param>
    /// <param name="newFrom">The first message that was unread when the conversation was opened.</param>
    public static IEnumerable<Line> Lines(
        ImmutableArray<Message> messages,
        Reader reader,
        DateTimeOffset now,
        string? newFrom
    )
    {
        Message? above = null;
        foreach (var message in messages)
        {
            var day =
                above is null || reader.Local(At(above)).Date != reader.Local(At(message)).Date
                    ? reader.Day(At(message), now)
                    : null;
            var isNew = message.Ts == newFrom;
            yield return new(message, day is not null || isNew || above is null || !GoesOn(above, message), day, isNew);
            above = message;
        }
    }

    /// <summary>The first of the last so many messages of others.</summary>
    public static string? FirstUnread(ImmutableArray<Message> messages, string viewerId, int unread) =>
        unread == 0
            ? null
            : messages.Where(message => message.AuthorId != viewerId).TakeLast(unread).FirstOrDefault()?.Ts;

    private static bool GoesOn(Message above, Message message) =>
        above.AuthorId == message.AuthorId
        && above.IsEphemeral == message.IsEphemeral
        && !message.IsEphemeral
        && At(message) - At(above) < Together;
}
