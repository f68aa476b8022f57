using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The question before a resource is deleted.</summary>
public static class DeleteModal
{
    /// <summary>Says what will be lost.</summary>
    /// <param name="watchers">How many people wait for it.</param>
    public static ModalViewDefinition For(ModalMemory memory, ResourceLine line, int watchers, Prose? news = null) =>
        new()
        {
            CallbackId = Ids.Callbacks.Delete,
            PrivateMetadata = memory.For(line).ToString(),
            Title = "Delete a resource",
            Submit = "Delete",
            Close = "Cancel",
            Blocks = [.. Modals.News(news), Modals.Text(Loss(line, watchers))],
        };

    private static Prose Loss(ResourceLine line, int watchers) =>
        Prose.Join(
            "\n",
            Prose.Of(
                $":wastebasket: *Delete {line.NameShown} for everybody?* It disappears from every list and from the Home."
            ),
            line.Lease is null
                ? Prose.None
                : Prose.Of($"Your lock on it, until {line.Lease.End}{line.Lease.Why}, is lost with it."),
            watchers == 0 ? Prose.None : Prose.Of($"Waiting for it: {watchers}. They are told that it is gone.")
        );
}
