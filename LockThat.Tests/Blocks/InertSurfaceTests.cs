using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Blocks.Kit;
using LockThat.Playground.BlockKit;

namespace LockThat.Tests.Blocks;

/// <summary>Nothing that people type comes alive, in any field and on any surface that shows it, and Slack takes the
/// surface.</summary>
public sealed class InertSurfaceTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Usual = Surfaces.Usual.All;

    public static TheoryData<string> Nasties => [.. BadInput.Nasties.All];

    [Theory]
    [MemberData(nameof(Nasties))]
    public void What_was_typed_is_inert_on_every_surface_and_Slack_takes_each(string nasty)
    {
        foreach (
            var (surface, json) in new Surfaces(Typed(nasty), new English()).All.Where(one =>
                !one.Value.SequenceEqual(Usual[one.Key])
            )
        )
        {
            var shown = JsonElement.Parse(json);
            LiveParts.Of(shown).ShouldBe(LiveParts.Of(JsonElement.Parse(Usual[surface])), surface);
            LiveParts.Turning(shown).ShouldBeEmpty(surface);
            (
                Surfaces.Usual.Messages.ContainsKey(surface) ? Rules.CheckMessage(shown) : Rules.CheckView(shown)
            ).ShouldBeEmpty(surface);
        }
    }

    [Theory]
    [InlineData("hello <!channel>")]
    [InlineData("<@U1>")]
    [InlineData("*bold*")]
    [InlineData("https://evil.example")]
    [InlineData("a\n> b")]
    public void What_is_live_would_be_seen(string live) =>
        LiveParts
            .Of(JsonElement.Parse(new JsonObject { ["text"] = live }.ToJsonString()))
            .ShouldNotBe(LiveParts.Of(JsonElement.Parse("""{"text":"demo"}""")));

    // Texts in the form in which the core accepts them.
    private static Words Typed(string nasty) =>
        new(
            ResourceName.Parse(nasty) is NameParse.Parsed { Name: var name }
                ? name.Display
                : ResourceName.Suggest(nasty)?.Display ?? Words.Usual.Name,
            Reason.Parse(nasty) is ReasonParse.Parsed { Reason: var reason } ? reason.Value : Words.Usual.Reason,
            Characters.Excerpt(nasty),
            NameSearch.Shown(nasty).Trim() is { Length: > 0 } filter
                ? Cut.To(filter, HomeTab.MostFilterUnits)
                : Words.Usual.Filter
        );
}
