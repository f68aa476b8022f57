using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The form for a new resource.</summary>
public static class CreateModal
{
    private const int NameUnits = 75;
    private const string Yes = "yes";

    /// <summary>What somebody filled in.</summary>
    public sealed record Answers(string Name, bool LockNow);

    /// <summary>Draws the form.</summary>
    public static ModalViewDefinition For(ModalMemory memory, Answers? filled = null)
    {
        var lockNow = new Option { Text = new PlainText("Lock it for the default time"), Value = Yes };
        return new()
        {
            CallbackId = Ids.Callbacks.Create,
            PrivateMetadata = memory.ToString(),
            Title = "New resource",
            Submit = "Create",
            Close = "Cancel",
            Blocks =
            [
                new InputBlock
                {
                    BlockId = Ids.Fields.Name,
                    Label = "Name",
                    Hint = "One word, up to 60 characters: test-site, pixel-8, release-train",
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
                    Label = "Lock it now",
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
