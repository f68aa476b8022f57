using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText HistoryCommand { get; } = new("[NAME]", "see what happened, the newest first");

    public Prose HistoryHeading(string? name) =>
        name is null
            ? Prose.Of($":scroll: *History*, the newest first")
            : Prose.Of($":scroll: *History* of {new CodeSpan(name)}, the newest first");

    public Prose NothingHappened(string? name) =>
        name is null
            ? Prose.Of($":scroll: Nothing to show: nothing has happened yet.")
            : Prose.Of($":scroll: Nothing to show about {new CodeSpan(name)}.");

    public Prose NothingFiltered => Prose.Of($":mag: Nothing of this kind has happened, or not by this person.");

    public string HistoryTitle => "History";

    public string MoreButton => "More";

    public string OlderButton => "Older";

    public string NewerButton => "Newer";

    public string AnybodyPlaceholder => "By anybody";

    public string AnythingPlaceholder => "Everything";

    public string ShowEverythingButton => "Show everything";

    public string LocksKind => "Locks and new resources";

    public string UnlocksKind => "Unlocks and ends";

    public string LineKind => "The line";

    public string AskingKind => "Asking and giving";

    public string ResourcesKind => "Deletions";

    private static Prose Past(EventLine line, Prose what) => Prose.Of($"{At(line.At)}  {what}");

    private Prose Wanted(TimeSpan? length) => length is { } time ? Prose.Of($" for {Length(time)}") : Prose.None;
}
