using System.Text.Json;
using System.Text.RegularExpressions;

namespace LockThat.Playground.BlockKit;

/// <summary>Rules for plain JSON values. Characters are counted in UTF-16 units, the strictest way that Slack may
/// count.</summary>
internal static class Values
{
    public static Action<Inspection> String(int most, int least = 1) =>
        at =>
        {
            if (at.Value.ValueKind != JsonValueKind.String)
                at.Object("must provide a string");
            else
                Length(at, at.Value.GetString() ?? "", least, most);
        };

    public static Action<Inspection> Matching(Regex pattern, string what) =>
        at =>
        {
            if (at.Value.ValueKind != JsonValueKind.String || !pattern.IsMatch(at.Value.GetString() ?? ""))
                at.Object($"must be {what}");
        };

    public static Action<Inspection> OneOf(params string[] words) =>
        at =>
        {
            if (at.Value.ValueKind != JsonValueKind.String || !words.Contains(at.Value.GetString()))
                at.Object("must be a valid enum value");
        };

    public static Action<Inspection> Whole(long least, long most) =>
        at =>
        {
            if (at.Value.ValueKind != JsonValueKind.Number || !at.Value.TryGetInt64(out var number))
                at.Object("must provide an integer");
            else if (number < least)
                at.Object($"must be greater than or equal to {least}");
            else if (number > most)
                at.Object($"must be less than or equal to {most}");
        };

    public static void Flag(Inspection at)
    {
        if (at.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            at.Object("must provide a boolean");
    }

    public static void Url(Inspection at)
    {
        String(3000)(at);
        if (at.Value.ValueKind == JsonValueKind.String && !Uri.TryCreate(at.Value.GetString(), UriKind.Absolute, out _))
            at.Object("must be a valid URL");
    }

    public static Action<Inspection> List(int least, int most, Action<Inspection> item) =>
        at =>
        {
            if (at.Value.ValueKind != JsonValueKind.Array)
            {
                at.Object("must provide an array");
                return;
            }

            var count = at.Value.GetArrayLength();
            if (count > most)
                at.Object($"no more than {most} items allowed");
            if (count < least)
                at.Object($"no fewer than {least} items allowed");
            var index = 0;
            foreach (var entry in at.Value.EnumerateArray())
                item(at.At(entry, index++));
        };

    public static void Length(Inspection at, string text, int least, int most)
    {
        if (text.Length > most)
            at.Object($"must be less than {most + 1} characters");
        if (text.Length < least)
            at.Object($"must be more than {least - 1} characters");
    }
}
