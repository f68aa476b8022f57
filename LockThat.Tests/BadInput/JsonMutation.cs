using System.Text.Json.Nodes;

namespace LockThat.Tests.BadInput;

/// <summary>JSON in which something is missing, misnamed, of another kind, or beyond all measure.</summary>
internal static class JsonMutation
{
    private const string Mark = "@@HERE@@";

    // As they stand in the document: some are no JSON.
    private static readonly Func<Chance, string>[] Values =
    [
        _ => "null",
        _ => "true",
        _ => "false",
        _ => "0",
        _ => "-1",
        _ => "1e999",
        _ => "-1e-999",
        _ => "9223372036854775808",
        _ => "99999999999999999999999999999999",
        _ => "253402300800",
        _ => "1.5",
        _ => "NaN",
        _ => "01",
        _ => "\"\"",
        _ => "\" \"",
        _ => "[]",
        _ => "{}",
        _ => "[null]",
        _ => "[[]]",
        _ => "[{}]",
        _ => "{\"id\":null}",
        _ => "{\"value\":7}",
        _ => "\"\\ud83d\"",
        _ => "\"\\ude00\\ud83d\"",
        _ => "\"\\u0000\"",
        _ => "\"a\u0000b\"",
        _ => "\"\\x\"",
        _ => "\"\u001f\"",
        _ => "\"true\"",
        _ => "undefined",
        _ => "'x'",
        _ => "",
        _ => "{\"a\":1,\"a\":2}",
        chance => Nested('[', ']', chance),
        chance => Nested('{', '}', chance),
        chance => new string('[', chance.Below(3000)),
        chance => $"\"{new string('x', chance.Below(20_000))}\"",
        chance => $"[{string.Join(',', Enumerable.Repeat("{}", chance.Below(2000)))}]",
        chance => JsonValue.Create(chance.Nasty()).ToJsonString(),
    ];

    public static string Of(string json, Chance chance)
    {
        var root = JsonNode.Parse(json) ?? throw new InvalidOperationException("A shape is sound JSON");
        var raws = new List<string>();
        for (var times = chance.Below(3); times >= 0; times--)
            Change(root, chance, raws);
        var text = root.ToJsonString();
        foreach (var raw in raws)
            text = text.IndexOf($"\"{Mark}\"", StringComparison.Ordinal) is >= 0 and var at
                ? text[..at] + raw + text[(at + Mark.Length + 2)..]
                : text;
        return text;
    }

    private static void Change(JsonNode root, Chance chance, List<string> raws)
    {
        var objects = Within(root).OfType<JsonObject>().Where(one => one.Count > 0).ToList();
        if (objects.Count == 0)
            return;
        var parent = chance.Pick(objects);
        var name = chance.Pick(parent.Select(member => member.Key).ToList());
        switch (chance.Below(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                var (moved, other) = (
                    parent[name]?.DeepClone(),
                    chance.Of(50) ? name.ToUpperInvariant() : name + chance.Nasty()
                );
                parent.Remove(name);
                parent[other] = moved;
                break;
            case 2:
                parent[name] = parent[chance.Pick(parent.Select(member => member.Key).ToList())]?.DeepClone();
                break;
            case 3 when parent[name] is JsonArray array:
                array.Insert(0, chance.Of(50) ? null : JsonValue.Create(7));
                break;
            default:
                parent[name] = Mark;
                raws.Add(chance.Pick(Values)(chance));
                break;
        }
    }

    private static IEnumerable<JsonNode> Within(JsonNode node) =>
        node switch
        {
            JsonObject members => members
                .Select(member => member.Value)
                .OfType<JsonNode>()
                .SelectMany(Within)
                .Prepend(node),
            JsonArray items => items.OfType<JsonNode>().SelectMany(Within).Prepend(node),
            _ => [node],
        };

    private static string Nested(char open, char close, Chance chance)
    {
        var depth = chance.Below(200);
        var opening = open == '{' ? "{\"a\":" : "[";
        return string.Concat(Enumerable.Repeat(opening, depth)) + "1" + new string(close, depth);
    }
}
