using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that gives a lock to another person.</summary>
public static class GiveModal
{
    /// <summary>Says what is given.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource, which the reader holds.</param>
    public static ModalViewDefinition For(IWording words, ModalMemory memory, ResourceLine line) =>
        new()
        {
            CallbackId = Ids.Callbacks.Give,
            PrivateMetadata = memory.For(line).ToString(),
            Title = words.GiveTitle,
            Submit = words.GiveSubmit,
            Close = words.Cancel,
            Blocks =
            [
                SectionBlock.Of(words.GiveQuestion(line)),
                new InputBlock
                {
                    BlockId = Ids.Fields.Person,
                    Label = words.PersonLabel,
                    Element = new UserSelectMenu { ActionId = Ids.Fields.Value, Placeholder = words.PersonPlaceholder },
                },
            ],
        };

    /// <summary>Reads Slack's id of the person; null while nobody is chosen.</summary>
    public static string? Read(ViewState state) => state.User(Ids.Fields.Person, Ids.Fields.Value);
}
