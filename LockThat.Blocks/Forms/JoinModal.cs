using System.Security.Cryptography;
using System.Text;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that joins the line of a resource, or changes what the reader waits for.</summary>
public static class JoinModal
{
    /// <summary>The filled-in values.</summary>
    /// <param name="Length">How long; null while nothing is chosen.</param>
    /// <param name="Reason">Why, as typed.</param>
    /// <param name="IsLengthTouched">Whether another length was shown when the form was opened.</param>
    /// <param name="IsReasonTouched">Whether another reason was shown when the form was opened.</param>
    public sealed record Answers(LengthChoice? Length, string? Reason, bool IsLengthTouched, bool IsReasonTouched);

    /// <summary>Says who has it and who waits; the values of a place in line are filled in.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource, which another has.</param>
    /// <param name="expected">When the turn of one who joins now is expected.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">Values that were filled in already.</param>
    /// <param name="news">A change since it was drawn, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        ResourceLine line,
        DateTimeOffset? expected,
        LengthLimits limits,
        Answers? filled = null,
        Prose? news = null
    )
    {
        var length = LengthField.Select(words, filled is null ? line.Place?.Length : filled.Length?.Time, limits);
        var reason = filled is null ? line.Place?.Reason : filled.Reason;
        // A form that is drawn again shows what was typed in it, and still knows what it showed at first.
        var shown = memory with
        {
            ShownLength = filled is { IsLengthTouched: true } ? memory.ShownLength : LengthField.Chosen(length),
            ShownReason = filled is { IsReasonTouched: true } ? memory.ShownReason : Digest(reason),
        };
        return new()
        {
            CallbackId = Ids.Callbacks.Join,
            PrivateMetadata = shown.For(line).ToString(),
            Title = words.JoinTitle,
            Submit = words.JoinSubmit,
            Close = words.Cancel,
            Blocks =
            [
                .. Modals.News(news),
                SectionBlock.Of(words.JoinQuestion(line, expected)),
                length,
                LockModal.ReasonInput(words, reason),
            ],
        };
    }

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ModalMemory memory, ViewState state)
    {
        var (length, reason) = (LengthField.Read(state), state.Text(Ids.Fields.Reason, Ids.Fields.Value));
        return new(length, reason, length?.Time != memory.ShownLength, Digest(reason) != memory.ShownReason);
    }

    // A reason with the escapes of JSON would fill most of what the metadata of a view may hold.
    private static string? Digest(string? reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? null
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(reason)).AsSpan(0, 8));
}
