using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>Finds the element on a screen that a person names by its label.</summary>
internal sealed class Look(IEnumerable<(Surface Surface, JsonElement? Blocks)> surfaces)
{
    /// <summary>The modal in front, else Home, else the channel's messages, the newest first.</summary>
    public static Look For(Workspace workspace, Whereabouts open)
    {
        if (workspace.Modals(open.Member.Id) is [.., var modal])
            return At(new Surface.OfView(modal.Id), modal.Blocks);
        if (open.IsOnHome)
            return workspace.Home(open.Member.Id) is { } home ? At(new Surface.OfView(home.Id), home.Blocks) : new([]);
        return new(
            workspace
                .Messages(open.Channel.Id, open.Member.Id)
                .Reverse()
                .Select(message => ((Surface)new Surface.OfMessage(message.ChannelId, message.Ts), message.Blocks))
        );
    }

    public static Look At(Surface surface, JsonElement? blocks) => new([(surface, blocks)]);

    /// <summary>A button, or an option of an overflow menu, of checkboxes or of radio buttons, with the option's
    /// value.</summary>
    public (Surface Surface, PlacedElement Placed, string? Option) Clickable(string label, string near)
    {
        foreach (
            var (surface, placed) in All().Where(found => found.Placed.Near.Contains(near, StringComparison.Ordinal))
        )
        {
            if (placed.Type is "button" or "workflow_button" && placed.Labels.Contains(label))
                return (surface, placed, null);
            if (
                placed.Type is "overflow" or "checkboxes" or "radio_buttons"
                && placed.Options.FirstOrDefault(option => PlacedElement.TextOf(option.Get("text")) == label)
                    is { ValueKind: JsonValueKind.Object } option
            )
                return (surface, placed, option.Str("value"));
        }

        throw NotFound(label);
    }

    /// <summary>A field that takes a value, by its label, its placeholder or the text beside it.</summary>
    public (Surface Surface, PlacedElement Placed) Field(string label)
    {
        var fields = All().Where(found => FormState.ValueName(found.Placed.Type) is not null).ToList();
        var at = fields.FindIndex(found => found.Placed.Labels.Contains(label));
        return at >= 0 ? fields[at] : throw NotFound(label);
    }

    private IEnumerable<(Surface Surface, PlacedElement Placed)> All() =>
        surfaces.SelectMany(surface => Elements.In(surface.Blocks).Select(placed => (surface.Surface, placed)));

    private static InvalidOperationException NotFound(string label) =>
        new($"Nothing on the screen is labelled \"{label}\".");
}
