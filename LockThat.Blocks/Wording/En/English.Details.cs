using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText ShowCommand { get; } = new("NAME", "see everything about it, and everything that you can do");

    public string DetailsTitle => "Details";

    public Prose InLineHeading => Prose.Of($"*In line*");

    public Prose InLine(int place, WaitingLine wait)
    {
        var when = wait.Expected is { } moment ? Prose.Of($"about {At(moment)}") : Prose.Of($"now");
        return Prose.Of($"{Number(place)}. {By(wait.Who)} for {Length(wait.Length)}{Why(wait.Reason)}, {when}");
    }

    public Prose MoreInLine(int count) => Prose.Of($"… and {Number(count)} more");

    public Prose LastEventsHeading => Prose.Of($"*Last events*");
}
