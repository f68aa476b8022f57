using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The question before a resource is deleted.</summary>
public static class DeleteModal
{
    /// <summary>Says what will be lost.</summary>
    /// <param name="watchers">How many people are told when it is free.</param>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        ResourceLine line,
        int watchers,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Delete,
            PrivateMetadata = memory.For(line).ToString(),
            Title = words.DeleteTitle,
            Submit = words.DeleteSubmit,
            Close = words.Cancel,
            Blocks = [.. Modals.News(news), SectionBlock.Of(words.DeleteQuestion(line, watchers))],
        };
}
