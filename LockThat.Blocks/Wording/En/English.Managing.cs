using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText CreateCommand { get; } = new("NAME", "add a resource without locking it");

    public CommandText DeleteCommand { get; } = new("NAME", "remove a resource that nobody else holds");

    public Prose Created(ResourceLine line) =>
        Prose.Of(
            $":heavy_plus_sign: *Created.* {line.NameShown} is free. Try {Example($"/lockthat lock {line.Name} 2h demo")}."
        );

    public Prose Exists(ResourceLine line) =>
        Prose.Of($":information_source: *Nothing new created:* it exists already. {Held(line)}");

    public Prose TooMany(int max) =>
        Prose.Of(
            $":warning: *Nothing was created.* This workspace has {Number(max)} resources, which is the most it may have. Delete one that nobody needs first."
        );

    public Prose Deleted(string name, bool wasHeld) =>
        Prose.Of(
            $":wastebasket: *Deleted.* {new CodeSpan(name)} is gone{(wasHeld ? Prose.Of($", and your lock with it") : Prose.None)}."
        );

    public Prose NotDeleted(ResourceLine line) =>
        line.Turn is null
            ? Prose.Of(
                $":no_entry: *Not deleted.* {Held(line)} In their absence {Example($"/lockthat unlock {line.Name} override")} frees it; then it can be deleted."
            )
            : Prose.Of($":no_entry: *Not deleted.* {Held(line)} Until then, nobody else can delete it.");

    public Prose HistoryCreated(EventLine line) =>
        Past(line, Prose.Of($":sparkles: {By(line.By)} created {line.NameShown}"));

    public Prose HistoryDeleted(EventLine line) =>
        Past(line, Prose.Of($":wastebasket: {By(line.By)} deleted {line.NameShown}"));

    public Prose HistoryReleased(EventLine line) =>
        Past(line, Prose.Of($":hourglass: {By(line.By)} has no account any more, and {line.NameShown} became free"));
}
