using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText AskCommand { get; } = new("NAME [LENGTH] [MESSAGE…]", "ask its holder to hand it over to you");

    public CommandText GiveCommand { get; } = new("NAME @PERSON", "give your lock to somebody else");

    public string AskButton => "Ask for it";

    public string HandOverButton => "Hand it over";

    public string KeepButton => "I still need it";

    public string GiveOption => "Give to…";

    public Prose Asked(ResourceLine line, AskLine ask, bool isTold) =>
        isTold
            ? Prose.Of(
                $":raised_hand: *Asked.* {HolderOf(line)} is told that you want {line.NameShown} for {Length(ask.Length)}{Why(ask.Message)}. You hear from me what they say."
            )
            : Prose.Of(
                $":raised_hand: *Changed.* You want {line.NameShown} for {Length(ask.Length)}{Why(ask.Message)}. {HolderOf(line)} was told a moment ago that you ask, and is not told again."
            );

    public Prose AskedAfterAnswer(ResourceLine line, DateTimeOffset again) =>
        Prose.Of(
            $":raised_hand: *Nothing is sent.* {HolderOf(line)} answered you a moment ago that they still need {line.NameShown}. You can ask again from {AtSecond(again)} on."
        );

    public Prose LockedUnasked(ResourceLine line, TimeSpan length) =>
        Prose.Of($"{Locked(line, length, isCreated: false)} Nobody had it, so there was nobody to ask.");

    public Prose AskedForOwn(ResourceLine line) =>
        Prose.Of($":information_source: *You have it already,* so there is nobody to ask. {State(line)}");

    public Prose NotAsked(ResourceLine line) => Prose.Of($":no_entry: *Not asked.* {Held(line)}");

    public Prose AskedTooLong(string name, TimeSpan max) =>
        Prose.Of(
            $":warning: *Not asked.* A lock can last {Length(max)} at most. Try {Example($"/lockthat ask {name} 2h")}."
        );

    public string AskTitle => "Ask for it";

    public string AskSubmit => "Ask";

    public Prose AskQuestion(ResourceLine line) =>
        Prose.Of($"{State(line)} {HolderOf(line)} gets your message, and decides.");

    public string MessageLabel => "Message";

    public string MessagePlaceholder => "Why you need it";

    public Prose AskedOfYou(ResourceLine line, AskLine ask) =>
        Prose.Of(
            $":raised_hand: *{By(ask.Who)} asks* for {line.NameShown}, which you hold until {EndOf(line)}, and wants it for {Length(ask.Length)}{Why(ask.Message)}.{InLine(line)}"
        );

    public Prose HandedOver(ResourceLine line, TimeSpan length) =>
        Prose.Of(
            $":handshake: *Handed over.* {HolderOf(line)} has {line.NameShown} for {Length(length)}, until {EndOf(line)}{WhyOf(line)}, and is told."
        );

    public Prose YouKeepIt(ResourceLine line, ActorLine asker, string? answer) =>
        Prose.Of($":lock: *You keep it.* {By(asker)} is told that you still need it{Why(answer)}. {State(line)}");

    public Prose AskHasChanged(ResourceLine line, AskLine ask) =>
        Prose.Of(
            $":eyes: *Nothing was done:* this ask has changed since. {By(ask.Who)} wants {line.NameShown}, which you hold until {EndOf(line)}, for {Length(ask.Length)} now{Why(ask.Message)}.{InLine(line)}"
        );

    public Prose AskIsOver(string name, ResourceLine? line) =>
        line is null
            ? Prose.Of($":eyes: *Nothing was done:* this ask is over, because {new CodeSpan(name)} has been deleted.")
            : Prose.Of($":eyes: *Nothing was done:* this ask is over. {Held(line)}");

    public string KeepTitle => "I still need it";

    public string KeepSubmit => "Tell them";

    public string AnswerLabel => "Answer";

    public string AnswerPlaceholder => "When they can have it";

    public Prose HandedOverToYou(ResourceLine line, ActorLine by) =>
        Prose.Of($":handshake: *{By(by)} handed {line.NameShown} over to you.* {State(line)}");

    public Prose StillNeeded(ResourceLine line, string? answer) =>
        Prose.Of($":no_entry: *{HolderOf(line)} still needs* {line.NameShown}{Why(answer)}. {Held(line)}");

    public Prose Given(ResourceLine line) =>
        Prose.Of(
            $":gift: *Given.* {HolderOf(line)} has {line.NameShown} now, until {EndOf(line)}{WhyOf(line)}, and is told."
        );

    public Prose GivenToYou(ResourceLine line, ActorLine by) =>
        Prose.Of($":gift: *{By(by)} gave {line.NameShown} to you.* {State(line)}");

    public Prose NotGiven(ResourceLine line) => Prose.Of($":no_entry: *Not given.* {Held(line)}");

    public Prose NothingToGive(ResourceLine line) =>
        Prose.Of($":no_entry: *Not given.* {line.NameShown} is not yours, so there is no lock to give. {State(line)}");

    public Prose NotGivenTo(string name, string why) =>
        Prose.Of($":no_entry: *Not given.* {new CodeSpan(name)} stays as it is. {new OwnWords(why)}");

    public string CannotGiveToOneself => "You have it already: choose somebody else.";

    public string CannotGiveToSeveral => "A lock can be given to one person: name only one.";

    public string CannotGiveToBot => "A bot cannot have a lock: choose a person.";

    public string CannotGiveToDeactivated => "The account of that person is deactivated.";

    public string CannotGiveToStranger => "That person does not belong to this workspace.";

    public string CannotGiveNow => "Slack does not say just now who that is. Please try again in a moment.";

    public string GiveTitle => "Give to…";

    public string GiveSubmit => "Give";

    public Prose GiveQuestion(ResourceLine line) =>
        Prose.Of($"{State(line)} The other person has it with the same end and reason, and is told.");

    public string PersonLabel => "Person";

    public string PersonPlaceholder => "Choose a person";

    public string ChoosePerson => "Choose a person.";

    public Prose HistoryAsked(EventLine line, ActorLine holder, TimeSpan? length, string? message) =>
        Past(
            line,
            Prose.Of(
                $":raising_hand: {By(line.By)} asked {By(holder)} for {line.NameShown}{Wanted(length)}{Why(message)}"
            )
        );

    public Prose HistoryHandedOver(EventLine line, ActorLine to) =>
        Past(line, Prose.Of($":handshake: {By(line.By)} handed {line.NameShown} over to {By(to)}"));

    public Prose HistoryKept(EventLine line, ActorLine asker, string? answer) =>
        Past(
            line,
            Prose.Of($":raising_hand: {By(line.By)} still needs {line.NameShown}; {By(asker)} had asked{Why(answer)}")
        );

    public Prose HistoryGiven(EventLine line, ActorLine to) =>
        Past(line, Prose.Of($":gift: {By(line.By)} gave {line.NameShown} to {By(to)}"));
}
