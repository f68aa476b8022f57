using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Formatting;
using Microsoft.AspNetCore.Components;

namespace LockThat.Playground.Ui.Kit;

/// <summary>The base of all interactive elements: the place and the value of each.</summary>
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
