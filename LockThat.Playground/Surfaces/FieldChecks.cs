using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Surfaces;

/// <summary>The checks of Slack's client before it sends a view_submission.</summary>
internal static class FieldChecks
{
    public static ImmutableDictionary<string, string> Of(OpenView view)
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var placed in Elements.In(view.Blocks).Where(placed => placed.IsInput))
        {
            if (view.State.TryGetValue(placed.Key, out var entry) && Fault(placed, entry) is { } fault)
                errors[placed.Key.BlockId] = fault;
        }

        return errors.ToImmutable();
    }

    private static string? Fault(PlacedElement placed, JsonElement entry)
    {
        var value = FormState.ValueName(placed.Type) is { } name ? entry.Get(name) : null;
        var isEmpty = value is null or { ValueKind: JsonValueKind.Array } && value?.GetArrayLength() is null or 0;
        if (isEmpty)
            return placed.IsOptional ? null : "Please complete this required field.";
        return value is { ValueKind: JsonValueKind.String } text ? TextFault(placed, text.GetString() ?? "") : null;
    }

    private static string? TextFault(PlacedElement placed, string text) =>
        placed.Type switch
        {
            "plain_text_input" when Number(placed, "min_length") is { } least && text.Length < least =>
                $"Please enter at least {least} characters.",
            "plain_text_input" when (Number(placed, "max_length") ?? 3000) is var most && text.Length > most =>
                $"Please enter no more than {most} characters.",
            "number_input" => NumberFault(placed, text),
            "email_text_input" when !text.Contains('@', StringComparison.Ordinal) =>
                "Please enter a valid email address.",
            "url_text_input" when !Uri.TryCreate(text, UriKind.Absolute, out _) => "Please enter a valid URL.",
            _ => null,
        };

    private static string? NumberFault(PlacedElement placed, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return "Please enter a number.";
        if (!placed.Element.Flag("is_decimal_allowed") && number != decimal.Truncate(number))
            return "Please enter a whole number.";
        if (Number(placed, "min_value") is { } least && number < least)
            return $"Please enter a number of at least {least}.";
        return Number(placed, "max_value") is { } most && number > most
            ? $"Please enter a number of at most {most}."
            : null;
    }

    private static decimal? Number(PlacedElement placed, string name) =>
        placed.Element.Get(name) switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
            { ValueKind: JsonValueKind.String } text
                when decimal.TryParse(
                    text.GetString(),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => null,
        };
}
