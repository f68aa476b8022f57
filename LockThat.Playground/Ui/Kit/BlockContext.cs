using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.People;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Kit;

/// <summary>The message or view whose blocks are drawn: the values of its fields, and the actions of the person who
/// looks at it.</summary>
public sealed record BlockContext(Person Person, Surface Surface, Action Acted)
{
    /// <summary>The values of the fields at this moment. Read anew at each drawing: an older state would overwrite
    /// newer typing.</summary>
    public required Func<ImmutableDictionary<ElementKey, JsonElement>> State { get; init; }

    /// <summary>The errors at fields, by block id.</summary>
    public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Presses, chooses or finishes typing: the app may hear of it.</summary>
    public async Task Act(ElementKey key, params IReadOnlyList<string> values)
    {
        var acting = Person.Acts(Surface, key.BlockId, key.ActionId, values);
        // A confirm dialog is open from here on.
        Acted();
        await acting;
    }

    /// <summary>Keeps the text that is being typed.</summary>
    public void Enter(ElementKey key, string text) => Person.Enters(Surface, key.BlockId, key.ActionId, text);

    public Task<IReadOnlyList<JsonElement>> Search(ElementKey key, string typed) =>
        Person.Suggests(Surface, key.BlockId, key.ActionId, typed);
}
