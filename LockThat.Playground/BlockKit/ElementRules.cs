using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>Block elements: the members of each, and the blocks in which it may stand.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements"/></summary>
internal static partial class ElementRules
{
    private static readonly ElementRule Image = new(
        Place.Anywhere,
        ["section"],
        ["image_url", "slack_file", "alt_text"],
        at =>
        {
            at.Needs("alt_text", Values.String(2000));
            at.NeedsEither("image_url", "slack_file", Values.Url, ObjectRules.SlackFile);
        }
    );

    private static readonly ImmutableDictionary<string, ElementRule> Rules = new Dictionary<string, ElementRule>
    {
        ["image"] = Image,
        ["button"] = new(
            Place.Anywhere,
            ["section", "actions"],
            ["text", "value", "url", "style", "confirm", "accessibility_label"],
            Button
        ),
        ["workflow_button"] = new(
            Place.Message,
            ["section", "actions"],
            ["text", "workflow", "style", "accessibility_label"],
            at =>
            {
                at.Needs("text", ObjectRules.PlainText(75));
                at.Needs("workflow", workflow => workflow.IsObject());
            }
        ),
        ["overflow"] = new(
            Place.Anywhere,
            ["section", "actions"],
            ["options", "confirm"],
            at => at.Needs("options", Values.List(1, 5, ObjectRules.Option(allowsUrl: true)))
        ),
        ["checkboxes"] = new(
            Place.Anywhere,
            ["section", "actions", "input"],
            ["options", "initial_options", "confirm", "focus_on_load"],
            at =>
            {
                at.Needs("options", Values.List(1, 10, ObjectRules.Option(allowsMrkdwn: true)));
                SelectRules.InitialOptions(at);
            }
        ),
        ["radio_buttons"] = new(
            Place.Anywhere,
            ["section", "actions", "input"],
            ["options", "initial_option", "confirm", "focus_on_load"],
            at =>
            {
                at.Needs("options", Values.List(1, 10, ObjectRules.Option(allowsMrkdwn: true)));
                SelectRules.InitialOption(at);
            }
        ),
        ["datepicker"] = new(
            Place.Anywhere,
            ["section", "actions", "input"],
            ["initial_date", "placeholder", "confirm", "focus_on_load"],
            at => at.Has("initial_date", Values.Matching(Date(), "a date in the format YYYY-MM-DD"))
        ),
        ["timepicker"] = new(
            Place.Anywhere,
            ["section", "actions", "input"],
            ["initial_time", "timezone", "placeholder", "confirm", "focus_on_load"],
            at =>
            {
                at.Has("initial_time", Values.Matching(Time(), "a time in the format HH:mm"));
                at.Has("timezone", Zone);
            }
        ),
        ["datetimepicker"] = new(
            Place.Message | Place.Modal,
            ["actions", "input"],
            ["initial_date_time", "confirm", "focus_on_load"],
            at => at.Has("initial_date_time", Values.Whole(1_000_000_000, 9_999_999_999))
        ),
        ["plain_text_input"] = new(
            Place.Anywhere,
            ["input"],
            ["initial_value", "multiline", "min_length", "max_length", .. TextMembers],
            TextInput
        ),
        ["email_text_input"] = new(
            Place.Modal,
            ["input"],
            ["initial_value", .. TextMembers],
            at => at.Has("initial_value", Values.String(3000, 0))
        ),
        ["url_text_input"] = new(
            Place.Modal,
            ["input"],
            ["initial_value", .. TextMembers],
            at => at.Has("initial_value", Values.String(3000, 0))
        ),
        ["number_input"] = new(
            Place.Modal,
            ["input"],
            ["is_decimal_allowed", "min_value", "max_value", "initial_value", .. TextMembers],
            NumberInput
        ),
        ["rich_text_input"] = new(
            Place.Modal | Place.Home,
            ["input"],
            ["initial_value", "min_lines", "max_lines", .. TextMembers],
            at =>
            {
                at.Has("initial_value", RichTextRules.Block);
                at.Has("min_lines", Values.Whole(1, 100));
                at.Has("max_lines", Values.Whole(1, 100));
            }
        ),
        ["file_input"] = new(
            Place.Modal,
            ["input"],
            ["filetypes", "max_files"],
            at =>
            {
                at.Has("filetypes", Values.List(1, 100, Values.String(50)));
                at.Has("max_files", Values.Whole(1, 10));
            }
        ),
    }
        .Concat(SelectRules.All)
        .ToImmutableDictionary();

    /// <summary>An element in a section, an actions or an input block.</summary>
    public static Action<Inspection> In(string block) =>
        at =>
        {
            if (!at.IsObject())
                return;
            if (
                !Rules.TryGetValue(at.Type, out var rule)
                || !rule.Blocks.Contains(block)
                || !rule.Places.HasFlag(at.Place)
            )
            {
                at.Has("type", type => type.Object($"unsupported type: {at.Type}"));
                if (at.Type.Length == 0)
                    at.Object("missing required field: type");
                return;
            }

            at.KnowsOnly([.. rule.Members, "type", .. at.Type == "image" ? [] : (string[])["action_id"]]);
            at.Has("action_id", Values.String(255));
            Common(at);
            rule.Check(at);
        };

    /// <summary>The image of a context block; the other things there are texts.</summary>
    public static void InContext(Inspection at)
    {
        if (at.Value.ValueKind == JsonValueKind.Object && at.Type == "image")
        {
            at.KnowsOnly([.. Image.Members, "type"]);
            Image.Check(at);
        }
        else if (at.IsObject() && at.Type is "plain_text" or "mrkdwn")
            ObjectRules.AnyText()(at);
        else
            at.Has("type", type => type.Object($"unsupported type: {at.Type}"));
    }

    private static string[] TextMembers => ["placeholder", "dispatch_action_config", "focus_on_load"];

    private static void Common(Inspection at)
    {
        at.Has("placeholder", ObjectRules.PlainText(150));
        at.Has("confirm", ObjectRules.Confirm);
        at.Has("focus_on_load", Values.Flag);
        at.Has("dispatch_action_config", ObjectRules.DispatchActionConfig);
    }

    private static void Button(Inspection at)
    {
        at.Needs("text", ObjectRules.PlainText(75));
        at.Has("value", Values.String(2000, 0));
        at.Has("url", Values.Url);
        at.Has("style", Values.OneOf("primary", "danger"));
        at.Has("accessibility_label", Values.String(75));
    }

    private static void TextInput(Inspection at)
    {
        at.Has("multiline", Values.Flag);
        at.Has("min_length", Values.Whole(0, 3000));
        at.Has("max_length", Values.Whole(1, 3000));
        var most =
            at.Value.Get("max_length") is { ValueKind: JsonValueKind.Number } max && max.TryGetInt32(out var length)
                ? length
                : 3000;
        at.Has("initial_value", Values.String(most, 0));
    }

    private static void NumberInput(Inspection at)
    {
        at.Needs("is_decimal_allowed", Values.Flag);
        foreach (var name in (string[])["min_value", "max_value", "initial_value"])
            at.Has(name, Values.Matching(Number(), "a number in a string"));
    }

    private static void Zone(Inspection at)
    {
        if (
            at.Value.ValueKind != JsonValueKind.String
            || !TimeZoneInfo.TryFindSystemTimeZoneById(at.Value.GetString() ?? "", out _)
        )
            at.Object("must be a valid IANA time zone");
    }

    [GeneratedRegex(@"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:[01]\d|2[0-3]):[0-5]\d\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^-?\d+(?:\.\d+)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}

/// <summary>The surfaces that may show an element, the blocks in which it may stand, and its members besides type and
/// action_id.</summary>
internal sealed record ElementRule(Place Places, string[] Blocks, string[] Members, Action<Inspection> Check);
