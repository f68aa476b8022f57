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

    public Prose Deleted(string name, DeletionLine lost) =>
        Prose.Join(
            " ",
            Prose.Of($":wastebasket: *Deleted.* {new CodeSpan(name)} is gone{With(lost)}."),
            lost.InLine switch
            {
                0 => Prose.None,
                1 => Prose.Of($"1 person has lost their place in line, and is told."),
                var all => Prose.Of($"{Number(all)} people have lost their places in line, and are told."),
            },
            lost.Watchers switch
            {
                0 => Prose.None,
                1 => Prose.Of($"1 person who was to be told when it is free is told that it is gone."),
                var all => Prose.Of(
                    $"{Number(all)} people who were to be told when it is free are told that it is gone."
                ),
            }
        );

    private static Prose With(DeletionLine lost) =>
        lost switch
        {
            { IsHeld: true } => Prose.Of($", and your lock with it"),
            { IsTurn: true } => Prose.Of($", and your turn with it"),
            _ => Prose.None,
        };

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

    public Prose HistoryWaitsNoMore(EventLine line) =>
        Past(
            line,
            Prose.Of($":hourglass: {By(line.By)} has no account any more, and waits for {line.NameShown} no more")
        );

    public Prose HistoryReleased(EventLine line) =>
        Past(line, Prose.Of($":hourglass: {By(line.By)} has no account any more, and {line.NameShown} became free"));
}
