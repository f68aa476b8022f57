using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The likely meaning of words that are no valid command.
public partial interface IWording
{
    /// <summary>A word that is nearly a command.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="meant">The commands that may be meant, with <c>/lockthat</c>, at least one.</param>
    Prose NearCommand(string typed, IReadOnlyList<string> meant);

    /// <summary>A resource in a command's place.</summary>
    Prose IsResource(string name, IReadOnlyList<string> meant);

    /// <summary>The typed text is plainly a length, and cannot be read or meant.</summary>
    /// <param name="why">The mistake.</param>
    /// <param name="meant">The commands that may be meant.</param>
    Prose Unclear(Prose why, IReadOnlyList<string> meant);

    /// <summary>A length where the name of what is to be locked must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment, and no duration.</param>
    /// <param name="meant">The commands that may be meant.</param>
    Prose LockWhat(string typed, bool isMoment, IReadOnlyList<string> meant);

    /// <summary>A length where the name of what is to be waited for must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment, and no duration.</param>
    /// <param name="meant">The commands that may be meant; may be none.</param>
    /// <param name="example">A whole command, for when there is none.</param>
    Prose JoinWhat(string typed, bool isMoment, IReadOnlyList<string> meant, string example);

    /// <summary>A length where the name of what is to be asked for must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment, and no duration.</param>
    /// <param name="meant">The commands that may be meant; may be none.</param>
    /// <param name="example">A whole command, for when there is none.</param>
    Prose AskWhat(string typed, bool isMoment, IReadOnlyList<string> meant, string example);

    /// <summary>A length where the name of what is to be extended must stand.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="isMoment">Whether it is a moment, and no duration.</param>
    /// <param name="meant">The commands that may be meant.</param>
    Prose ExtendWhat(string typed, bool isMoment, IReadOnlyList<string> meant);

    /// <summary>Labels the button that locks what was probably meant.</summary>
    /// <param name="length">For how long, or until when.</param>
    /// <param name="reason">Why; null where it is not said.</param>
    string LockSuggestion(string name, TypedLengthLine length, string? reason);

    /// <summary>Labels the button that creates what was typed.</summary>
    string CreateSuggestion(string name);

    /// <summary>Labels the button that takes over what was probably meant.</summary>
    /// <param name="length">For how long, or until when.</param>
    /// <param name="reason">Why; null where it is not said.</param>
    string OverrideSuggestion(string name, TypedLengthLine length, string? reason);

    /// <summary>Labels the button that joins the line of what was probably meant.</summary>
    /// <param name="length">For how long, or until when.</param>
    /// <param name="reason">Why; null where it is not said.</param>
    string JoinSuggestion(string name, TypedLengthLine length, string? reason);

    /// <summary>Labels the button that asks for what was probably meant.</summary>
    /// <param name="length">For how long, or until when.</param>
    /// <param name="message">Why; null where it is not said.</param>
    string AskSuggestion(string name, TypedLengthLine length, string? message);

    /// <summary>Labels the button that extends what was probably meant.</summary>
    string ExtendSuggestion(string name, TypedLengthLine length);
}
