using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Formatting;
using Microsoft.AspNetCore.Components;

namespace LockThat.Playground.Ui.Kit;

/// <summary>What all interactive elements share: where they stand and what they hold.</summary>
public abstract class KitElement : ComponentBase
{
    [Parameter, EditorRequired]
    public required JsonElement Element { get; set; }

    [Parameter, EditorRequired]
    public required ElementKey Key { get; set; }

    [Parameter, EditorRequired]
    public required Field Field { get; set; }

    [CascadingParameter]
    public required BlockContext Context { get; set; }

    protected JsonElement? Held => Context.State().TryGetValue(Key, out var entry) ? entry : null;

    protected string Placeholder => Element.Words("placeholder");
}
