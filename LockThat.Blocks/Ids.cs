using System.Globalization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>Every action, block and callback id that the app writes and reads, once.</summary>
public static class Ids
{
    /// <summary>The actions of buttons and selects.</summary>
    public static class Actions
    {
        public const string Unlock = "unlock";
        public const string GiveBack = "give_back";
        public const string Watch = "watch";
        public const string Unwatch = "unwatch";

        /// <summary>Opens the form that joins the line.</summary>
        public const string Join = "join";

        /// <summary>Leaves the line.</summary>
        public const string Leave = "leave";

        /// <summary>Lets the next one in line go first.</summary>
        public const string LetPass = "let_pass";

        /// <summary>Locks by one press, in the reader's turn, as they asked for it in line.</summary>
        public const string Claim = "claim";

        /// <summary>Goes to the head of the line; its value carries the lock that the reader lost.</summary>
        public const string GoNext = "go_next";

        /// <summary>Opens the form that asks the holder.</summary>
        public const string Ask = "ask";

        /// <summary>Hands the lock over to the one that asked; its value carries the ask.</summary>
        public const string HandOver = "hand_over";

        /// <summary>Opens the form that answers the one that asked; its value carries the ask.</summary>
        public const string Keep = "keep";

        /// <summary>Opens the form that gives the lock to another person.</summary>
        public const string Give = "give";

        /// <summary>Takes an unlock back; its value carries the lock that was ended.</summary>
        public const string Undo = "undo";

        /// <summary>The menu at the head of Home.</summary>
        public const string HomeMenu = "home_menu";

        /// <summary>Opens the rules of the team.</summary>
        public const string Settings = "settings";

        /// <summary>Opens the form for a line of these rules; its value is the line.</summary>
        public const string ChangeRules = "change_rules";

        /// <summary>Takes a deletion back; its value is the id of the resource and its name.</summary>
        public const string Restore = "restore";

        /// <summary>Does the same as a command, followed by the button's number; its value is the command's
        /// words.</summary>
        public const string Command = "command:";

        /// <summary>Opens the lock modal; its value names the resource, or nothing where any may be chosen.</summary>
        public const string Lock = "lock";

        /// <summary>Opens the extend modal.</summary>
        public const string Extend = "extend";

        /// <summary>Opens the override modal: "Override" and "Take it back".</summary>
        public const string Override = "override";

        /// <summary>Opens the modal for a new resource.</summary>
        public const string Create = "create";

        /// <summary>The menu at the end of a row on Home.</summary>
        public const string Menu = "menu";

        /// <summary>The next page of Home.</summary>
        public const string NextPage = "next_page";

        /// <summary>The previous page of Home.</summary>
        public const string PreviousPage = "previous_page";

        /// <summary>The filter box of Home.</summary>
        public const string Filter = "filter";

        /// <summary>Opens the history; its value is the id of the resource and its name, or nothing for the
        /// workspace.</summary>
        public const string History = "history";

        /// <summary>Older events in the history.</summary>
        public const string Older = "older";

        /// <summary>Newer events in the history.</summary>
        public const string Newer = "newer";

        /// <summary>The person whose acts the history shows.</summary>
        public const string HistoryPerson = "history_person";

        /// <summary>The kind of events that the history shows.</summary>
        public const string HistoryKind = "history_kind";

        /// <summary>Takes the filters of the history off.</summary>
        public const string ClearHistory = "clear_history";

        /// <summary>Shows all of Home again.</summary>
        public const string ClearFilter = "clear_filter";
    }

    /// <summary>The fields of the modals: a block id for each, and <see cref="Value"/> for the element in it.</summary>
    public static class Fields
    {
        public const string Value = "value";
        public const string Resource = "resource";
        public const string Length = "length";
        public const string Until = "until";
        public const string Reason = "reason";
        public const string Name = "name";
        public const string LockNow = "lock_now";
        public const string Message = "message";
        public const string Answer = "answer";
        public const string Person = "person";

        /// <summary>The filters of the history.</summary>
        public const string Filters = "filters";
    }

    /// <summary>The place of a row or of buttons in a message, which says how the message is drawn again after a
    /// click.</summary>
    public static class Blocks
    {
        /// <summary>The buttons under an answer or a direct message about one resource.</summary>
        public const string One = "one";

        /// <summary>A row of the answer to <c>list</c>, followed by its number.</summary>
        public const string List = "list:";

        /// <summary>A row of the answer to <c>mine</c>, followed by its number.</summary>
        public const string Mine = "mine:";

        /// <summary>A row of the answer to <c>unlock</c> alone, followed by its number.</summary>
        public const string Which = "which:";

        /// <summary>A row of what somebody waits for, followed by its number.</summary>
        public const string Waits = "waits:";

        /// <summary>The row of a resource on Home, followed by its <see cref="ButtonValue"/>.</summary>
        public const string HomeRow = "row:";
    }

    /// <summary>The choices in the menu of a row.</summary>
    public static class MenuOptions
    {
        public const string Override = "override";
        public const string Delete = "delete";
        public const string Details = "details";
        public const string Watch = Actions.Watch;
        public const string Unwatch = Actions.Unwatch;
        public const string Ask = Actions.Ask;
        public const string Give = Actions.Give;
    }

    /// <summary>The views that answer by themselves.</summary>
    public static class Callbacks
    {
        public const string Lock = "lock";
        public const string Extend = "extend";
        public const string Create = "create";
        public const string Delete = "delete";
        public const string Override = "override";
        public const string Join = "join";
        public const string Ask = "ask";
        public const string Keep = "keep";
        public const string Give = "give";
        public const string History = "history";
        public const string Details = "details";

        /// <summary>The rules of the team.</summary>
        public const string Settings = "settings";

        /// <summary>The form for a line of these rules.</summary>
        public const string SettingsForm = "settings_form";

        /// <summary>The result of a form, in the form's place.</summary>
        public const string Result = "result";

        /// <summary>The global shortcut "Lock a resource".</summary>
        public const string LockShortcut = "lock_resource";
    }
}

/// <summary>The state that a button was drawn for, in the button's value.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Lease">The id of the lease shown; null when nobody was shown to hold it.</param>
/// <param name="Until">The end shown, of the lease or of the turn.</param>
/// <param name="Turn">The place in line that was shown to have the turn; null when none was.</param>
/// <param name="Ask">The ask that the button answers; null when it answers none.</param>
/// <param name="Said">When the words of that ask were said; null in a button that does not tell them apart.</param>
/// <param name="Wait">The reader's place in line that the button leaves; null when it leaves none.</param>
public sealed record ButtonValue(
    string Name,
    string? Lease = null,
    DateTimeOffset? Until = null,
    string? Turn = null,
    string? Ask = null,
    DateTimeOffset? Said = null,
    string? Wait = null
)
{
    // Names and ids have no white space, so a space keeps them apart.
    private const char Between = ' ';
    private const string OfTurn = "turn";
    private const string OfAsk = "ask";
    private const string OfWait = "wait";
    private const string OfWish = "for";

    /// <summary>The length that the reader asked for before; null where there is none.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>The reason that the reader gave with that length.</summary>
    public string? Reason { get; init; }

    public static ButtonValue Of(ResourceLine line) =>
        new(line.Name, line.Lease?.Id, line.Lease?.Until ?? line.Turn?.Until, line.Turn?.Wait);

    public static ButtonValue? Read(string? value)
    {
        var parts = (value ?? "").Split(Between);
        return parts switch
        {
            [{ Length: > 0 } name] => new(name),
            [{ Length: > 0 } name, OfTurn, { Length: > 0 } wait] => new(name, Turn: wait),
            [{ Length: > 0 } name, OfTurn, { Length: > 0 } wait, var until] when ReadMoment(until) is { } moment => new(
                name,
                Until: moment,
                Turn: wait
            ),
            [{ Length: > 0 } name, OfAsk, { Length: > 0 } ask] => new(name, Ask: ask),
            [{ Length: > 0 } name, OfAsk, { Length: > 0 } ask, var said] when ReadMoment(said) is { } moment => new(
                name,
                Ask: ask,
                Said: moment
            ),
            [{ Length: > 0 } name, OfWait, { Length: > 0 } wait] => new(name, Wait: wait),
            [{ Length: > 0 } name, OfWish, var length, .. var reason] when ReadSeconds(length) is { } time => new(name)
            {
                Length = time,
                Reason = reason.Length == 0 ? null : string.Join(Between, reason),
            },
            [{ Length: > 0 } name, { Length: > 0 } lease, var until] when ReadMoment(until) is { } moment => new(
                name,
                lease,
                moment
            ),
            _ => null,
        };
    }

    public override string ToString() =>
        this switch
        {
            { Turn: { } turn } => $"{Name}{Between}{OfTurn}{Between}{turn}{Moment(Until)}",
            { Ask: { } ask } => $"{Name}{Between}{OfAsk}{Between}{ask}{Moment(Said)}",
            { Wait: { } wait } => $"{Name}{Between}{OfWait}{Between}{wait}",
            { Length: { } length } => Wish(length, Reason),
            { Lease: { } lease, Until: not null } => $"{Name}{Between}{lease}{Moment(Until)}",
            _ => Name,
        };

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Between}{at.ToUnixTimeMilliseconds()}") : "";

    // A reason of emoji may be longer than the value of a button.
    private string Wish(TimeSpan length, string? reason)
    {
        var wish = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}{Between}{OfWish}{Between}{(long)length.TotalSeconds}"
        );
        var whole = $"{wish}{Between}{reason}";
        return reason is null || whole.Length > Limits.ButtonValue ? wish : whole;
    }

    private static TimeSpan? ReadSeconds(string seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time > 0
            ? TimeSpan.FromSeconds(time)
            : null;

    private static DateTimeOffset? ReadMoment(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
        && moment <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
            : null;
}
