using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LockThat.Playground.Formatting;
using LockThat.Tests.Playground.Formatting;

namespace LockThat.Tests.Blocks;

/// <summary>
/// The live parts of a message, with all words left out: mentions, links, dates, formatting, lines. They are the
/// same for every text that people type.
/// </summary>
internal static partial class LiveParts
{
    private static readonly string[] Foreign =
    [
        "<broadcast",
        "<a ",
        "<channel",
        "<quote",
        "<pre",
        "<italic",
        "<strike",
        "<user U0BOSE001>",
    ];

    /// <summary>One line for each text in which something can be live, with its place.</summary>
    public static IReadOnlyList<string> Of(JsonElement sent) =>
        [.. Texts(sent, "", isOuter: true).Select(text => $"{text.Place} {Shape(text.Blocks)}")];

    /// <summary>Live parts that the app never writes, and mentions of people who are named by typed words
    /// alone.</summary>
    public static IReadOnlyList<string> NotOurs(JsonElement sent) =>
        [.. Of(sent).Where(live => Foreign.Any(part => live.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Signs that must not reach any screen: characters that turn the words around them, or control a
    /// terminal.</summary>
    public static IReadOnlyList<string> Turning(JsonElement sent) =>
        [.. Strings(sent, "").Where(text => Turns().IsMatch(text.Value)).Select(text => $"{text.Place} {text.Value}")];

    private static string Shape(IEnumerable<TextBlock> blocks) =>
        Words().Replace(Shown.Of(blocks.Select(WithoutWords)), "·");

    private static IEnumerable<(string Place, IEnumerable<TextBlock> Blocks)> Texts(
        JsonElement json,
        string place,
        bool isOuter
    ) =>
        json switch
        {
            { ValueKind: JsonValueKind.Object }
                when json.TryGetProperty("type", out var type) && type.ValueEquals("mrkdwn") =>
            [
                (
                    place,
                    Mrkdwn.Read(Text(json), json.TryGetProperty("verbatim", out var verbatim) && verbatim.GetBoolean())
                ),
            ],
            { ValueKind: JsonValueKind.Object } => json.EnumerateObject()
                .SelectMany(member =>
                    isOuter && member is { Name: "text", Value.ValueKind: JsonValueKind.String }
                        ? [($"{place}/text", Mrkdwn.Read(member.Value.GetString() ?? ""))]
                        : Texts(member.Value, $"{place}/{member.Name}", isOuter: member.Name is "view" or "message")
                ),
            { ValueKind: JsonValueKind.Array } => json.EnumerateArray()
                .SelectMany(
                    (item, at) =>
                        Texts(item, string.Create(CultureInfo.InvariantCulture, $"{place}/{at}"), isOuter: false)
                ),
            _ => [],
        };

    // Text that a person typed into a field comes back to them as it was.
    private static IEnumerable<(string Place, string Value)> Strings(JsonElement json, string place) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .Where(member => member.Name is not ("initial_value" or "private_metadata"))
                .SelectMany(member => Strings(member.Value, $"{place}/{member.Name}")),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Strings(item, place)),
            JsonValueKind.String => [(place, json.GetString() ?? "")],
            _ => [],
        };

    private static string Text(JsonElement textObject) => textObject.GetProperty("text").GetString() ?? "";

    private static TextBlock WithoutWords(TextBlock block) =>
        block switch
        {
            TextBlock.Paragraph(var content) => new TextBlock.Paragraph(WithoutWords(content)),
            TextBlock.Quote(var content) => new TextBlock.Quote(WithoutWords(content)),
            TextBlock.Preformatted(var content) => new TextBlock.Preformatted(WithoutWords(content)),
            _ => block,
        };

    // Typed text is never in heavy or slanted letters: there all words are ours.
    private static List<Inline> WithoutWords(IEnumerable<Inline> runs, bool areOurs = false) =>
        [
            .. runs.Select(run =>
                run switch
                {
                    // A smile is as good as a word.
                    Inline.Plain or Inline.Emoji => areOurs ? run : new Inline.Plain("·"),
                    Inline.Styled(var style, var children) => new Inline.Styled(
                        style,
                        WithoutWords(children, style != TextStyle.Code)
                    ),
                    Inline.Link(var url, var label) => new Inline.Link(url, WithoutWords(label)),
                    _ => run,
                }
            ),
        ];

    [GeneratedRegex("·+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"[\p{Cc}-[\n]]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Turns();
}
