using System.Globalization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

/// <summary>The wording in English.</summary>
public sealed partial class English : IWording
{
    private static readonly TimeSpan SecondsMatter = TimeSpan.FromMinutes(10);

    public string Length(TimeSpan length)
    {
        var whole = TimeSpan.FromMilliseconds(Math.Max(0, (long)length.TotalMilliseconds));
        if (whole > TimeSpan.Zero && whole.Ticks % (7 * TimeSpan.TicksPerDay) == 0)
            return Count(whole.Days / 7, "week");

        var seconds = whole.Seconds + whole.Milliseconds / 1_000m;
        var parts = new List<string>(4);
        if (whole.Days > 0)
            parts.Add(Count(whole.Days, "day"));
        if (whole.Hours > 0)
            parts.Add(Count(whole.Hours, "hour"));
        if (whole.Minutes > 0)
            parts.Add(Count(whole.Minutes, "minute"));
        if (seconds > 0 || parts.Count == 0)
            parts.Add(Count(seconds, "second"));
        return string.Join(' ', parts);
    }

    public Prose State(ResourceLine line) =>
        line switch
        {
            { Turn: { } turn } => Prose.Of($"{TurnOf(line, turn)}{InLine(line)}"),
            { Lease: null } => Prose.Of($"{line.NameShown} is free."),
            { Lease: var lease, IsOwn: true } => Prose.Of(
                $"{line.NameShown} is yours until {End(lease)}{Why(lease)}.{InLine(line)}"
            ),
            { Lease: var lease } => Prose.Of(
                $"{line.NameShown} is held by {By(lease.Holder)} since {At(lease.Since)}, until {End(lease)}{Why(lease)}.{InLine(line)}"
            ),
        };

    // In one piece each, because a list has dozens of them.
    public Prose Row(ResourceLine line) =>
        line switch
        {
            { Turn: { } turn } => Prose.Of($":large_yellow_circle: {TurnOf(line, turn)}{InLine(line)}{Watched(line)}"),
            { Lease: null } => Prose.Of($":white_circle: {line.NameShown} is free."),
            { Lease: var lease, IsOwn: true } => Prose.Of(
                $":large_blue_circle: {line.NameShown} is yours until {End(lease)}{Why(lease)}.{InLine(line)}"
            ),
            { Lease: var lease } => Prose.Of(
                $":red_circle: {line.NameShown} is held by {By(lease.Holder)} until {End(lease)}{Why(lease)}.{InLine(line)}{Watched(line)}"
            ),
        };

    public string UnlockButton => "Unlock";

    public string GiveBackButton => "Give it back";

    public string LockButton => "Lock";

    public string LockAgainButton => "Lock again";

    public string LockAnyButton => "Lock a resource";

    public string ExtendButton => "Extend";

    public string OverrideButton => "Override";

    public string TakeBackButton => "Take it back";

    public string WatchButton => "Tell me when it's free";

    public string UnwatchButton => "Stop telling me";

    public string JoinButton => "Join the line";

    public string LeaveButton => "Leave the line";

    public string LetPassButton => "Let the next go first";

    public string GoNextButton => "Be next in line";

    public string CreateButton => "New resource";

    public string DeleteOption => "Delete";

    public string ReadAloud(string label, string name) => $"{label}: {name}";

    private static Prose By(ActorLine actor)
    {
        var person = actor.IsFormer ? Prose.Of($"a former member") : Prose.Of($"{new UserMention(actor.UserId)}");
        return actor.Run is { } run ? Prose.Of($"{run} (a program of {person})") : person;
    }

    private static DateToken At(DateTimeOffset moment) => new(moment, "{date_short_pretty} at {time}");

    private static DateToken AtSecond(DateTimeOffset moment) =>
        new(moment, "{date_short_pretty} at {time_secs}", WithSeconds: true);

    private static DateToken End(LeaseLine lease) =>
        lease.Until - lease.Since < SecondsMatter ? AtSecond(lease.Until) : At(lease.Until);

    private static Prose Why(LeaseLine lease) => Why(lease.Reason);

    private static Prose Why(string? reason) => reason is null ? Prose.None : Prose.Of($" — “{reason}”");

    private static Prose Watched(ResourceLine line) =>
        line is { IsOfAnother: true, IsWatched: true } ? Prose.Of($" I will tell you when it is free.") : Prose.None;

    private static OwnWords Number(int number) => new(number.ToString("N0", CultureInfo.InvariantCulture));

    private static OwnWords Resources(int count) => new(count == 1 ? "1 resource" : $"{Number(count).Words} resources");

    private static CodeSpan Example(string command) => new(command);

    private static string Count(decimal number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.###} {unit}{(number == 1 ? "" : "s")}");
}
