using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

/// <summary>
/// Every sentence that people read in Slack and on the pages around installing, with a member for each. Each language
/// is a class: a sentence that a language lacks does not compile. The words of commands (<c>lock</c>, <c>2 h</c>) are
/// the same in every language.
/// </summary>
/// <remarks>
/// A <see cref="Prose"/> is said where Slack reads mrkdwn, so that whatever a user typed stays inert in it. A string is
/// said where Slack reads plain text: a label, a title, a placeholder, an error at a field.
/// </remarks>
public partial interface IWording
{
    /// <summary>A length of time: "2 hours 30 minutes".</summary>
    /// <param name="length">Zero or more; what is less reads as nothing. Said to the millisecond.</param>
    string Length(TimeSpan length);

    /// <summary>The state of one resource: who has it, since when, until when and why.</summary>
    Prose State(ResourceLine line);

    /// <summary>The state of a resource among many: without since when.</summary>
    Prose Row(ResourceLine line);

    /// <summary>Labels the button that frees a resource.</summary>
    string UnlockButton { get; }

    /// <summary>Labels the button that gives a lock back to the person whom it was taken from.</summary>
    string GiveBackButton { get; }

    /// <summary>Labels the button that locks a resource.</summary>
    string LockButton { get; }

    /// <summary>Labels the button that locks a resource whose lock is over.</summary>
    string LockAgainButton { get; }

    /// <summary>Labels the button that opens the form for any resource.</summary>
    string LockAnyButton { get; }

    /// <summary>Labels the button that adds to the end of a lock.</summary>
    string ExtendButton { get; }

    /// <summary>Labels the button that takes a lock over.</summary>
    string OverrideButton { get; }

    /// <summary>Labels the button that takes a lock back from the person who took it over.</summary>
    string TakeBackButton { get; }

    /// <summary>Labels the button by which one is told when the resource is free.</summary>
    string WatchButton { get; }

    /// <summary>Labels the button that undoes <see cref="WatchButton"/>.</summary>
    string UnwatchButton { get; }

    /// <summary>Labels the button that joins the line, and sends its form.</summary>
    string JoinButton { get; }

    /// <summary>Labels the button that leaves the line.</summary>
    string LeaveButton { get; }

    /// <summary>Labels the button by which one lets the next in line go first.</summary>
    string LetPassButton { get; }

    /// <summary>Labels the button by which a person who lost their lock goes to the head of the line.</summary>
    string GoNextButton { get; }

    /// <summary>Labels the button that opens the form for a new resource.</summary>
    string CreateButton { get; }

    /// <summary>Labels the choice that deletes a resource.</summary>
    string DeleteOption { get; }

    /// <summary>A button as a screen reader says it: its label, and which resource it is about.</summary>
    string ReadAloud(string label, string name);
}
