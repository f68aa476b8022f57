using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The forms: what they ask, what they say on top, and the errors at their fields.
public partial interface IWording
{
    /// <summary>Closes a form without doing anything.</summary>
    string Cancel { get; }

    /// <summary>Closes a form that says what came of it.</summary>
    string Close { get; }

    /// <summary>Titles the form that locks.</summary>
    string LockTitle { get; }

    /// <summary>Titles the form that takes over.</summary>
    string OverrideTitle { get; }

    /// <summary>Titles the form that extends.</summary>
    string ExtendTitle { get; }

    /// <summary>Titles the form that creates.</summary>
    string CreateTitle { get; }

    /// <summary>Titles the form that deletes.</summary>
    string DeleteTitle { get; }

    /// <summary>Sends the form that creates.</summary>
    string CreateSubmit { get; }

    /// <summary>Sends the form that deletes.</summary>
    string DeleteSubmit { get; }

    /// <summary>Labels the field for a resource.</summary>
    string ResourceLabel { get; }

    /// <summary>Invites to choose any resource, or to type a new name.</summary>
    string ResourcePlaceholder { get; }

    /// <summary>Invites to choose one of the reader's locks.</summary>
    string OwnLockPlaceholder { get; }

    /// <summary>A choice of the field: a new name. A choice that is too long is cut in the name.</summary>
    /// <remarks>The words behind the name, a space first.</remarks>
    string NewChoice { get; }

    /// <summary>A choice of the field: a resource of the reader's.</summary>
    /// <remarks>The words behind the name, a space first.</remarks>
    string OwnChoice { get; }

    /// <summary>A choice of the field: a resource that another person holds.</summary>
    /// <remarks>The words behind the name, a space first.</remarks>
    string HeldChoice { get; }

    /// <summary>Labels the field for the length of a lock.</summary>
    string LengthLabel { get; }

    /// <summary>Invites to choose a length.</summary>
    string LengthPlaceholder { get; }

    /// <summary>The choice by which one picks the end.</summary>
    string CustomLength { get; }

    /// <summary>Labels the field for the end.</summary>
    string UntilLabel { get; }

    /// <summary>Labels the field for what is added to the end.</summary>
    string ExtendByLabel { get; }

    /// <summary>Labels the field for the reason.</summary>
    string ReasonLabel { get; }

    /// <summary>Invites to give a reason.</summary>
    string ReasonPlaceholder { get; }

    /// <summary>Labels the field for a new name.</summary>
    string NameLabel { get; }

    /// <summary>Says under the field what can be a name.</summary>
    string NameHint { get; }

    /// <summary>Labels the field that locks what is created.</summary>
    string LockNowLabel { get; }

    /// <summary>The only choice of that field.</summary>
    string LockNowChoice { get; }

    /// <summary>Says who has what is to be taken over, and what overriding does.</summary>
    Prose OverrideQuestion(ResourceLine line);

    /// <summary>Asks before a resource is deleted, and says what is lost.</summary>
    /// <param name="watchers">How many people are told when it is free.</param>
    Prose DeleteQuestion(ResourceLine line, int watchers);

    /// <summary>On top of the override form, when locking failed.</summary>
    Prose SomebodyElseHasIt { get; }

    /// <summary>On top of the lock form: the resource was deleted since it was drawn.</summary>
    Prose DeletedSinceDrawn { get; }

    /// <summary>On top of the lock form: the resource became free since the override form was drawn.</summary>
    Prose FreeSinceDrawn { get; }

    /// <summary>On top of the override form: another lock than the one it was drawn for.</summary>
    Prose LockChangedSinceDrawn { get; }

    /// <summary>On top of the extend form: another end than the one it was drawn for.</summary>
    Prose EndChangedSinceDrawn { get; }

    /// <summary>On top of the delete form: another state than the one it was drawn for.</summary>
    Prose ChangedSinceDrawn { get; }

    /// <summary>On top of the lock form: the reader has it already.</summary>
    Prose LockingRenews { get; }

    /// <summary>On top of the lock form: the name is new.</summary>
    Prose LockingCreates(string name);

    /// <summary>At the resource: none was chosen.</summary>
    string ChooseResource { get; }

    /// <summary>At the resource: no lock of the reader's was chosen.</summary>
    string ChooseOwnLock { get; }

    /// <summary>At the length: none was chosen.</summary>
    string ChooseLength { get; }

    /// <summary>At what is added: none was chosen.</summary>
    string ChooseExtension { get; }

    /// <summary>At the reason: too many characters.</summary>
    string ReasonTooLongAtField(int max);

    /// <summary>At the words for the holder: they are too long.</summary>
    string MessageTooLongAtField(int max);

    /// <summary>At the answer to an ask: it is too long.</summary>
    string AnswerTooLongAtField(int max);

    /// <summary>At the end: it is no later than now.</summary>
    string EndHasPassedAtField { get; }

    /// <summary>At the length: it is too long.</summary>
    string TooLongAtField(TimeSpan max);

    /// <summary>At what is added: the end would be too late.</summary>
    string ExtendedTooLongAtField(TimeSpan max);

    /// <summary>At the name: the workspace has as many resources as it may have.</summary>
    string TooManyAtField(int max);

    /// <summary>At the name: there is one.</summary>
    string ExistsAtField(string name);

    /// <summary>At the name: it cannot be one.</summary>
    /// <param name="why">The mistake.</param>
    /// <param name="suggestion">A name that would do; null when there is none.</param>
    string BadNameAtField(string why, string? suggestion);
}
