using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose Locked(ResourceLine line, TimeSpan length, bool isCreated) =>
        Prose.Of(
            $":lock: *Locked.* {Yours(line, length)}{(isCreated ? Prose.Of($" It is new here: I created it.") : Prose.None)}"
        );

    public Prose Renewed(ResourceLine line, TimeSpan length, DateTimeOffset? before)
    {
        var change = before is { } end
            ? Prose.Of($" Your lock got *shorter*: before, it ended {At(end)}.")
            : Prose.None;
        return Prose.Of($":lock: *Renewed.* {Yours(line, length)}{change}");
    }

    public Prose TakenOver(ResourceLine line, TimeSpan length, LeaseLine former) =>
        Prose.Of(
            $":lock: *Taken over.* {Yours(line, length)}\n{By(former.Holder)} had it until {End(former)}{Why(former)}, and is told now."
        );

    public Prose NotLocked(ResourceLine line) => Prose.Of($":no_entry: *Not locked.* {Held(line)}");

    public Prose TooLong(string name, TimeSpan max) =>
        Prose.Of(
            $":warning: *Not locked.* A lock can last {Length(max)} at most. Try {Example($"/lockthat lock {name} 2h demo")}."
        );

    public Prose EndHasPassed(string name) =>
        Prose.Of(
            $":warning: *Not locked.* The end must be in the future. Try {Example($"/lockthat lock {name} 2h demo")}."
        );

    public Prose TooMany(int max) =>
        Prose.Of(
            $":warning: *Nothing was created.* This workspace has {Number(max)} resources, which is the most it may have. Delete one that nobody needs first."
        );

    public Prose Unlocked(ResourceLine line) => Prose.Of($":unlock: *Unlocked.* {line.NameShown} is free now.");

    public Prose FreedFromOther(ResourceLine line, LeaseLine was) =>
        Prose.Of(
            $":unlock: *Unlocked.* {line.NameShown} is free now. {By(was.Holder)} had it until {End(was)}{Why(was)}, and is told."
        );

    public Prose NotUnlocked(ResourceLine line) =>
        Prose.Of(
            $":no_entry: *Not unlocked.* {Held(line)} Only its holder can unlock it; in their absence {Example($"/lockthat unlock {line.Name} override")} frees it and tells them."
        );

    public Prose WasFree(ResourceLine line) => Prose.Of($":white_check_mark: {line.NameShown} is free already.");

    public Prose NoSuchResource(string name) =>
        Prose.Of(
            $":mag: There is no resource {new CodeSpan(name)} here. {Example("/lockthat list")} shows all, {Example($"/lockthat create {name}")} makes it."
        );

    public Prose Extended(ResourceLine line, TimeSpan by) =>
        Prose.Of($":lock: *Extended* by {Length(by)}. {State(line)}");

    public Prose NothingToExtend(ResourceLine line) =>
        Prose.Of(
            $":no_entry: *Not extended.* {line.NameShown} is free: there is no lock to extend. Try {Example($"/lockthat lock {line.Name} 2h")}."
        );

    public Prose NotExtended(ResourceLine line) => Prose.Of($":no_entry: *Not extended.* {Held(line)}");

    public Prose ExtendedTooLong(ResourceLine line, TimeSpan max) =>
        Prose.Of($":warning: *Not extended.* No lock may end later than {Length(max)} from now. {State(line)}");

    public Prose GivenBack(ResourceLine line) =>
        Prose.Of($":leftwards_arrow_with_hook: *Given back.* {State(line)} They are told.");

    public Prose GivenBackTooLate(ResourceLine line, LeaseLine former) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: *Given back.* The time of {By(former.Holder)} is over by now, so {line.NameShown} is free. They are told."
        );

    public Prose Watching(ResourceLine line) => Prose.Of($":bell: *I will tell you when it is free.* {State(line)}");

    public Prose NotWatching(ResourceLine line) => Prose.Of($":no_bell: *You will not be told.* {State(line)}");

    public Prose Created(ResourceLine line) =>
        Prose.Of(
            $":heavy_plus_sign: *Created.* {line.NameShown} is free. Try {Example($"/lockthat lock {line.Name} 2h demo")}."
        );

    public Prose Exists(ResourceLine line) =>
        Prose.Of($":information_source: *Nothing new created:* it exists already. {Held(line)}");

    public Prose Deleted(string name, bool wasHeld) =>
        Prose.Of(
            $":wastebasket: *Deleted.* {new CodeSpan(name)} is gone{(wasHeld ? Prose.Of($", and your lock with it") : Prose.None)}."
        );

    public Prose NotDeleted(ResourceLine line) =>
        Prose.Of(
            $":no_entry: *Not deleted.* {Held(line)} In their absence {Example($"/lockthat unlock {line.Name} override")} frees it; then it can be deleted."
        );

    public Prose Changed(ResourceLine line) =>
        Prose.Of($":eyes: *Nothing was done,* because this has changed since. {Held(line)}");

    public Prose Gone(string name) =>
        Prose.Of($":eyes: *Nothing was done,* because {new CodeSpan(name)} has been deleted since.");

    public Prose ListHeading(int all, int own, int others, int free) =>
        Prose.Of($"*{Resources(all)}:* {Number(own)} yours, {Number(others)} held by others, {Number(free)} free.");

    public Prose NothingListed =>
        Prose.Of(
            $":sparkles: There are no resources here yet. Try {Example("/lockthat lock test-site 2h demo")}: it creates what does not exist."
        );

    public Prose MineHeading(int own) => Prose.Of($"*You hold {Resources(own)}:*");

    public Prose NothingHeld =>
        Prose.Of($":white_check_mark: You hold nothing. {Example("/lockthat list")} shows what is free.");

    public Prose WhichHeading(int own) => Prose.Of($":unlock: *Which one?* You hold {Resources(own)}:");

    public Prose More(int count) => Prose.Of($"… and {Number(count)} more. The *Home* of this app shows them all.");

    public string NotInstalled(Uri? site)
    {
        const string What =
            "LockThat is not installed in this workspace any more, so it can open no forms and send no messages.";
        return site is null
            ? $"{What} Please ask who runs it."
            : $"{What} Somebody can add it anew at {site.AbsoluteUri}";
    }

    public string NotServed(Uri? site)
    {
        const string What = "LockThat is not installed in this workspace, so nothing was done.";
        return site is null ? $"{What} Please ask who runs it." : $"{What} Somebody can add it at {site.AbsoluteUri}";
    }

    public string PressAgain => "Slack could not open the form just now. Please press again.";

    public string TypeAgain => "Slack could not open the form just now. Please enter it again.";

    public string NotStored => "Sorry, that could not be saved just now. Please try again in a moment.";

    public string TooSlow =>
        "Sorry, that took too long, and it may or may not have been done. Please look with `/lockthat list`, and try again if it was not.";

    public string Broken => "Sorry, something went wrong on our side. Please try again.";

    private Prose Yours(ResourceLine line, TimeSpan length) =>
        line.Lease is { } lease
            ? Prose.Of($"{line.NameShown} is yours for {Length(length)}, until {End(lease)}{Why(lease)}.")
            : State(line);

    private Prose Held(ResourceLine line) => Prose.Of($"{State(line)}{Watched(line)}");
}
