using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText ListCommand { get; } = new("[free, or a part of a name]", "everything, and who has it");

    public CommandText MineCommand { get; } = new("", "what you hold");

    public Prose ListHeading(int all, int own, int others, int turns, int free) =>
        Prose.Of(
            $"*{Resources(all)}:* {Number(own)} yours, {Number(others)} held by others, {Turns(turns)}{Number(free)} free."
        );

    public Prose NothingListed =>
        Prose.Of(
            $":sparkles: There are no resources here yet. Try {Example("/lockthat lock test-site 2h demo")}: it creates what does not exist."
        );

    public Prose NothingFree =>
        Prose.Of($":hourglass: Nothing is free now. {Example("/lockthat list")} shows who has what, and until when.");

    public Prose NothingNamed(string part) =>
        Prose.Of(
            $":mag: No resource has {new CodeSpan(part)} in its name. {Example("/lockthat list")} shows them all."
        );

    public Prose MineHeading(int own) => Prose.Of($"*You hold {Resources(own)}:*");

    public Prose NothingHeld =>
        Prose.Of($":white_check_mark: You hold nothing. {Example("/lockthat list")} shows what is free.");

    public Prose WhichHeading(int own) => Prose.Of($":unlock: *Which one?* You hold {Resources(own)}:");

    private static Prose Turns(int turns) => turns == 0 ? Prose.None : Prose.Of($"{Number(turns)} kept for a turn, ");

    public Prose More(int count) => Prose.Of($"… and {Number(count)} more. The *Home* of this app shows them all.");
}
