using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form for a new resource.</summary>
public static class CreateModal
{
    private const int NameUnits = 75;
    private const string Yes = "yes";

    /// <summary>The filled-in values.</summary>
    public sealed record Answers(string Name, bool LockNow);

    /// <summary>Draws the form.</summary>
    public static ModalViewDefinition For(IWording words, ModalMemory memory, Answers? filled = null)
    {
        var lockNow = new Option { Text = new PlainText(words.LockNowChoice), Value = Yes };
        return new()
        {
            CallbackId = Ids.Callbacks.Create,
            PrivateMetadata = memory.ToString(),
            Title = words.CreateTitle,
            Submit = words.CreateSubmit,
            Close = words.Cancel,
            Blocks =
            [
                new InputBlock
                {
                    BlockId = Ids.Fields.Name,
                    Label = words.NameLabel,
                    Hint = words.NameHint,
                    Element = new PlainTextInput
                    {
                        ActionId = Ids.Fields.Value,
                        MaxLength = NameUnits,
                        FocusOnLoad = true,
                        InitialValue = string.IsNullOrEmpty(filled?.Name) ? null : filled.Name,
                        Placeholder = "test-site",
                    },
                },
                new InputBlock
                {
                    BlockId = Ids.Fields.LockNow,
                    Label = words.LockNowLabel,
                    Optional = true,
                    Element = new CheckboxGroup
                    {
                        ActionId = Ids.Fields.Value,
                        Options = [lockNow],
                        InitialOptions = filled is { LockNow: true } ? [lockNow] : null,
                    },
                },
            ],
        };
    }

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ViewState state) =>
        new(
            state.Text(Ids.Fields.Name, Ids.Fields.Value) ?? "",
            state.Checked(Ids.Fields.LockNow, Ids.Fields.Value).Contains(Yes)
        );
}
