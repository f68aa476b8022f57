using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>The ten select menus.</summary>
internal static class SelectRules
{
    private static readonly string[] Common = ["placeholder", "confirm", "focus_on_load"];
    private static readonly string[] Single = ["section", "actions", "input"];
    private static readonly string[] Multi = ["section", "input"];

    public static IEnumerable<KeyValuePair<string, ElementRule>> All =>
        [
            new(
                "static_select",
                new(
                    Place.Anywhere,
                    Single,
                    [.. Common, "options", "option_groups", "initial_option"],
                    at =>
                    {
                        Offered(at);
                        InitialOption(at);
                    }
                )
            ),
            new(
                "multi_static_select",
                new(
                    Place.Anywhere,
                    Multi,
                    [.. Common, "options", "option_groups", "initial_options", "max_selected_items"],
                    at =>
                    {
                        Offered(at);
                        InitialOptions(at);
                        MaxSelected(at);
                    }
                )
            ),
            new(
                "external_select",
                new(
                    Place.Anywhere,
                    Single,
                    [.. Common, "initial_option", "min_query_length"],
                    at =>
                    {
                        at.Has("initial_option", ObjectRules.Option());
                        at.Has("min_query_length", Values.Whole(0, 1000));
                    }
                )
            ),
            new(
                "multi_external_select",
                new(
                    Place.Anywhere,
                    Multi,
                    [.. Common, "initial_options", "min_query_length", "max_selected_items"],
                    at =>
                    {
                        at.Has("initial_options", Values.List(1, 100, ObjectRules.Option()));
                        at.Has("min_query_length", Values.Whole(0, 1000));
                        MaxSelected(at);
                    }
                )
            ),
            .. OfIds("users_select", "initial_user", "initial_users"),
            .. OfIds("channels_select", "initial_channel", "initial_channels", "response_url_enabled"),
            .. OfIds(
                "conversations_select",
                "initial_conversation",
                "initial_conversations",
                "default_to_current_conversation",
                "filter",
                "response_url_enabled"
            ),
        ];

    public static void InitialOption(Inspection at) =>
        at.Has("initial_option", initial => MustBeOffered(initial, at.Value));

    public static void InitialOptions(Inspection at) =>
        at.Has("initial_options", Values.List(1, 100, initial => MustBeOffered(initial, at.Value)));

    private static IEnumerable<KeyValuePair<string, ElementRule>> OfIds(
        string type,
        string initial,
        string initials,
        params string[] more
    )
    {
        var moreOfMulti = more.Where(name => name != "response_url_enabled");
        yield return new(
            type,
            new(
                Place.Anywhere,
                Single,
                [.. Common, initial, .. more],
                at =>
                {
                    at.Has(initial, Values.String(255));
                    OfConversations(at);
                }
            )
        );
        yield return new(
            "multi_" + type,
            new(
                Place.Anywhere,
                Multi,
                [.. Common, initials, "max_selected_items", .. moreOfMulti],
                at =>
                {
                    at.Has(initials, Values.List(1, 100, Values.String(255)));
                    MaxSelected(at);
                    OfConversations(at);
                }
            )
        );
    }

    private static void OfConversations(Inspection at)
    {
        at.Has("default_to_current_conversation", Values.Flag);
        at.Has("response_url_enabled", Values.Flag);
        at.Has("filter", ObjectRules.Filter);
    }

    private static void MaxSelected(Inspection at) => at.Has("max_selected_items", Values.Whole(1, 100));

    private static void Offered(Inspection at) =>
        at.NeedsEither(
            "options",
            "option_groups",
            Values.List(1, 100, ObjectRules.Option()),
            Values.List(1, 100, ObjectRules.OptionGroup)
        );

    private static void MustBeOffered(Inspection initial, JsonElement element)
    {
        var offered = element
            .List("options")
            .Concat(element.List("option_groups").SelectMany(group => group.List("options")));
        if (!offered.Any(option => JsonElement.DeepEquals(option, initial.Value)))
            initial.Object("must match exactly one of the provided options");
    }
}
