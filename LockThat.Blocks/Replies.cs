using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>What the app answers, message by message, with the buttons that fit.</summary>
public static partial class Replies
{
    public static Message Locked(ResourceLine line, string length, bool created) =>
        One(
            Prose.Of(
                $":lock: *Locked.* {Yours(line, length)}{(created ? Prose.Of($" It is new here: I created it.") : Prose.None)}"
            ),
            Buttons.For(line)
        );

    public static Message Renewed(ResourceLine line, string length, DateTimeOffset before)
    {
        var change =
            line.Lease is { } lease && lease.Until < before
                ? Prose.Of($" Your lock got *shorter*: before, it ended {new DateToken(before)}.")
                : Prose.None;
        return One(Prose.Of($":lock: *Renewed.* {Yours(line, length)}{change}"), Buttons.For(line));
    }

    public static Message TakenOver(ResourceLine line, string length, LeaseLine former) =>
        One(
            Prose.Of(
                $":lock: *Taken over.* {Yours(line, length)}\n{former.By} had it until {former.End}{former.Why}, and is told now."
            ),
            [Buttons.GiveBack(line), .. Buttons.For(line)]
        );

    public static Message NotLocked(ResourceLine line) => Refused("Not locked.", line, Prose.None);

    public static Message TooLong(string name, string max) =>
        Say(
            Prose.Of(
                $":warning: *Not locked.* A lock can last {max} at most. Try {Example($"/lockthat lock {name} 2h demo")}."
            )
        );

    public static Message EndHasPassed(string name) =>
        Say(
            Prose.Of(
                $":warning: *Not locked.* The end must be in the future. Try {Example($"/lockthat lock {name} 2h demo")}."
            )
        );

    public static Message TooMany(int max) =>
        Say(
            Prose.Of(
                $":warning: *Nothing was created.* This workspace has {max} resources, which is the most it may have. Delete one that nobody needs first."
            )
        );

    public static Message Unlocked(ResourceLine line) =>
        One(Prose.Of($":unlock: *Unlocked.* {line.NameShown} is free now."), Buttons.For(line));

    public static Message FreedFromOther(ResourceLine line, LeaseLine was) =>
        One(
            Prose.Of(
                $":unlock: *Unlocked.* {line.NameShown} is free now. {was.By} had it until {was.End}{was.Why}, and is told."
            ),
            Buttons.For(line)
        );

    public static Message NotUnlocked(ResourceLine line) =>
        Refused(
            "Not unlocked.",
            line,
            Prose.Of(
                $"Only its holder can unlock it; in their absence {Example($"/lockthat unlock {line.Name} override")} frees it and tells them."
            )
        );

    public static Message WasFree(ResourceLine line) =>
        One(Prose.Of($":white_check_mark: {line.NameShown} is free already."), Buttons.For(line));

    public static Message NoSuchResource(string name) =>
        Say(
            Prose.Of(
                $":mag: There is no resource {new CodeSpan(name)} here. {Example("/lockthat list")} shows all, {Example($"/lockthat create {name}")} makes it."
            )
        );

    public static Message Extended(ResourceLine line, string by) =>
        One(Prose.Of($":lock: *Extended* by {by}. {line.State}"), Buttons.For(line));

    public static Message NotExtended(ResourceLine line) =>
        line.Lease is null
            ? One(
                Prose.Of(
                    $":no_entry: *Not extended.* {line.NameShown} is free: there is no lock to extend. Try {Example($"/lockthat lock {line.Name} 2h")}."
                ),
                Buttons.For(line)
            )
            : Refused("Not extended.", line, Prose.None);

    public static Message ExtendedTooLong(ResourceLine line, string max) =>
        One(
            Prose.Of($":warning: *Not extended.* No lock may end later than {max} from now. {line.State}"),
            Buttons.For(line)
        );

    public static Message GivenBack(ResourceLine line) =>
        One(Prose.Of($":leftwards_arrow_with_hook: *Given back.* {line.State} They are told."), Buttons.For(line));

    public static Message GivenBackTooLate(ResourceLine line, LeaseLine former) =>
        One(
            Prose.Of(
                $":leftwards_arrow_with_hook: *Given back.* The time of {former.By} has passed meanwhile, so {line.NameShown} is free. They are told."
            ),
            Buttons.For(line)
        );

    public static Message Watching(ResourceLine line) =>
        One(Prose.Of($":bell: *I will tell you when it is free.* {line.State}"), Buttons.For(line));

    public static Message NotWatching(ResourceLine line) =>
        One(Prose.Of($":no_bell: *You will not be told.* {line.State}"), Buttons.For(line));

    public static Message Created(ResourceLine line) =>
        One(
            Prose.Of(
                $":heavy_plus_sign: *Created.* {line.NameShown} is free. Try {Example($"/lockthat lock {line.Name} 2h demo")}."
            ),
            Buttons.For(line)
        );

    public static Message Exists(ResourceLine line) =>
        One(
            Prose.Of($":information_source: *Nothing new created:* it exists already. {Held(line)}"),
            Buttons.For(line)
        );

    public static Message Deleted(string name, bool wasHeld) =>
        Say(
            Prose.Of(
                $":wastebasket: *Deleted.* {new CodeSpan(name)} is gone{(wasHeld ? Prose.Of($", and your lock with it") : Prose.None)}."
            )
        );

    public static Message NotDeleted(ResourceLine line) =>
        Refused(
            "Not deleted.",
            line,
            Prose.Of(
                $"In their absence {Example($"/lockthat unlock {line.Name} override")} frees it; then it can be deleted."
            )
        );

    /// <summary>Something has changed since the button or form was drawn: nothing was done, and this is how it
    /// stands.</summary>
    public static Message Changed(ResourceLine line) =>
        One(
            Prose.Of($":eyes: *Nothing was done,* because this has changed meanwhile. {Held(line)}"),
            Buttons.For(line)
        );

    public static Message Gone(string name) =>
        Say(Prose.Of($":eyes: *Nothing was done,* because {new CodeSpan(name)} has been deleted meanwhile."));

    /// <summary>Something could not be done just now.</summary>
    /// <param name="ours">What to say, in our words.</param>
    public static Message TryAgain(string ours) => Say(Prose.Of($":hourglass: {new OwnWords(ours)}"));

    /// <summary>The app has no token for this workspace, so it can answer commands and do nothing else.</summary>
    /// <param name="site">Where it can be added anew; null when that is nowhere.</param>
    public static Message NotInstalled(Uri? site)
    {
        const string What =
            "LockThat is not installed in this workspace any more, so it can open no forms and send no messages.";
        return TryAgain(
            site is null ? $"{What} Please ask who runs it." : $"{What} Somebody can add it anew at {site.AbsoluteUri}"
        );
    }

    /// <summary>A button's form came too late for Slack to open it.</summary>
    public static Message PressAgain() => TryAgain("Slack could not open the form just now. Please press again.");

    /// <summary>A command's form came too late for Slack to open it.</summary>
    public static Message TypeAgain() => TryAgain("Slack could not open the form just now. Please enter it again.");

    /// <summary>A name that cannot be one.</summary>
    /// <param name="command">The command's word, for the example.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="why">What is wrong with it, in our words.</param>
    /// <param name="suggestion">A name that would do; null when there is none.</param>
    public static Message BadName(string command, string typed, string why, string? suggestion) =>
        Say(
            Prose.Of(
                $":warning: *Nothing was done:* “{typed}” can't be a name. {why} Try {Example($"/lockthat {command} {suggestion ?? "test-site"}")}."
            )
        );

    /// <summary>A duration that cannot be one.</summary>
    public static Message BadDuration(string command, string name, string why) =>
        Say(
            Prose.Of(
                $":warning: *Nothing was done.* {why} Try {Example($"/lockthat {command} {name} 2h")} or {Example($"/lockthat {command} {name} 45m")}."
            )
        );

    public static Message ReasonTooLong(string name, int characters) =>
        Say(
            Prose.Of(
                $":warning: *Nothing was done.* A reason can have {characters} characters at most. Try {Example($"/lockthat lock {name} 2h demo")}."
            )
        );

    private static Prose Yours(ResourceLine line, string length) =>
        line.Lease is { } lease
            ? Prose.Of($"{line.NameShown} is yours for {length}, until {lease.End}{lease.Why}.")
            : line.State;

    private static Prose Held(ResourceLine line) => Prose.Of($"{line.State}{Watched(line)}");

    private static Prose Watched(ResourceLine line) =>
        line is { Lease: not null, IsOwn: false, IsWatched: true }
            ? Prose.Of($" I will tell you when it is free.")
            : Prose.None;

    private static Message Refused(string what, ResourceLine line, Prose advice) =>
        One(Prose.Join(" ", Prose.Of($":no_entry: *{what}*"), Held(line), advice), Buttons.For(line));

    private static CodeSpan Example(string command) => new(command);

    private static Message Say(Prose said) => One(said, []);

    internal static Message One(Prose said, IReadOnlyList<Button> buttons) =>
        new(Cut.To(said.Fallback, Limits.MessageText))
        {
            Blocks =
            [
                new SectionBlock { Text = new Markdown(said.Markdown) },
                .. buttons.Count == 0
                    ? Array.Empty<Block>()
                    : [new ActionsBlock { BlockId = Ids.Blocks.One, Elements = buttons }],
            ],
        };
}
