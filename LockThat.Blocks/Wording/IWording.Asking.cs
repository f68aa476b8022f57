using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// Asking the holder for a resource, and giving a lock to another person: how the commands are explained, their results,
// what people are told, and their past.
public partial interface IWording
{
    /// <summary>Explains <c>ask</c>.</summary>
    CommandText AskCommand { get; }

    /// <summary>Explains <c>give</c>.</summary>
    CommandText GiveCommand { get; }

    /// <summary>Opens the form that asks for a resource.</summary>
    string AskButton { get; }

    /// <summary>Gives the lock to the one that asked.</summary>
    string HandOverButton { get; }

    /// <summary>Opens the form that answers one that asked.</summary>
    string KeepButton { get; }

    /// <summary>Opens the form that gives a lock to another person.</summary>
    string GiveOption { get; }

    /// <summary>The holder is asked.</summary>
    /// <param name="isTold">False when only the words changed, because the holder was told a moment ago.</param>
    Prose Asked(ResourceLine line, AskLine ask, bool isTold);

    /// <summary>The holder answered a moment ago, and nothing is sent.</summary>
    /// <param name="again">From when on asking sends something.</param>
    Prose AskedAfterAnswer(ResourceLine line, DateTimeOffset again);

    /// <summary>Nobody had it, so the reader has it now and asked nobody.</summary>
    Prose LockedUnasked(ResourceLine line, TimeSpan length);

    /// <summary>The reader has it already.</summary>
    Prose AskedForOwn(ResourceLine line);

    /// <summary>Nobody holds it, and it is another's turn.</summary>
    Prose NotAsked(ResourceLine line);

    /// <summary>No lock may last so long as was asked for.</summary>
    Prose AskedTooLong(string name, TimeSpan max);

    /// <summary>Titles the form that asks.</summary>
    string AskTitle { get; }

    /// <summary>Sends that form.</summary>
    string AskSubmit { get; }

    /// <summary>Says in it who has the resource.</summary>
    Prose AskQuestion(ResourceLine line);

    /// <summary>The field for the words to the holder.</summary>
    string MessageLabel { get; }

    /// <summary>An example of such words.</summary>
    string MessagePlaceholder { get; }

    /// <summary>Somebody asks for what the reader holds.</summary>
    Prose AskedOfYou(ResourceLine line, AskLine ask);

    /// <summary>The reader handed it over.</summary>
    Prose HandedOver(ResourceLine line, TimeSpan length);

    /// <summary>The reader keeps it though another asked.</summary>
    Prose YouKeepIt(ResourceLine line, ActorLine asker, string? answer);

    /// <summary>An ask was not answered, because its words have changed.</summary>
    Prose AskHasChanged(ResourceLine line, AskLine ask);

    /// <summary>An ask cannot be answered any more.</summary>
    /// <param name="line">The resource as it stands; null when it is gone.</param>
    Prose AskIsOver(string name, ResourceLine? line);

    /// <summary>Titles the form that answers.</summary>
    string KeepTitle { get; }

    /// <summary>Sends that form.</summary>
    string KeepSubmit { get; }

    /// <summary>The field for the answer.</summary>
    string AnswerLabel { get; }

    /// <summary>An example of an answer.</summary>
    string AnswerPlaceholder { get; }

    /// <summary>The holder handed it over to the reader.</summary>
    Prose HandedOverToYou(ResourceLine line, ActorLine by);

    /// <summary>The holder still needs it.</summary>
    Prose StillNeeded(ResourceLine line, string? answer);

    /// <summary>The reader gave it to another person.</summary>
    Prose Given(ResourceLine line);

    /// <summary>The holder gave it to the reader.</summary>
    Prose GivenToYou(ResourceLine line, ActorLine by);

    /// <summary>It is another's, or another's turn.</summary>
    Prose NotGiven(ResourceLine line);

    /// <summary>The reader does not hold it.</summary>
    Prose NothingToGive(ResourceLine line);

    /// <summary>A person cannot have it.</summary>
    /// <param name="why">One of the four sentences below, or that it is the reader's already.</param>
    Prose NotGivenTo(string name, string why);

    /// <summary>A lock is given to another person only.</summary>
    string CannotGiveToOneself { get; }

    /// <summary>Several people were named.</summary>
    string CannotGiveToSeveral { get; }

    /// <summary>A bot cannot have a lock.</summary>
    string CannotGiveToBot { get; }

    /// <summary>The person's account is deactivated.</summary>
    string CannotGiveToDeactivated { get; }

    /// <summary>The person is not in the workspace.</summary>
    string CannotGiveToStranger { get; }

    /// <summary>Slack did not say who it is.</summary>
    string CannotGiveNow { get; }

    /// <summary>Titles the form that gives.</summary>
    string GiveTitle { get; }

    /// <summary>Sends that form.</summary>
    string GiveSubmit { get; }

    /// <summary>Says in it what is given.</summary>
    Prose GiveQuestion(ResourceLine line);

    /// <summary>The field for the person.</summary>
    string PersonLabel { get; }

    /// <summary>Stands in that field.</summary>
    string PersonPlaceholder { get; }

    /// <summary>Nobody is chosen.</summary>
    string ChoosePerson { get; }

    /// <summary>Somebody asked the holder.</summary>
    /// <param name="length">How long; null for the default duration.</param>
    Prose HistoryAsked(EventLine line, ActorLine holder, TimeSpan? length, string? message);

    /// <summary>The holder handed it over.</summary>
    Prose HistoryHandedOver(EventLine line, ActorLine to);

    /// <summary>The holder keeps it.</summary>
    Prose HistoryKept(EventLine line, ActorLine asker, string? answer);

    /// <summary>The holder gave it to another.</summary>
    Prose HistoryGiven(EventLine line, ActorLine to);
}
