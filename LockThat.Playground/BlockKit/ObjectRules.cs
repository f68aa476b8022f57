namespace LockThat.Playground.BlockKit;

/// <summary>Composition objects. <see href="https://docs.slack.dev/reference/block-kit/composition-objects"/></summary>
internal static class ObjectRules
{
    public static Action<Inspection> PlainText(int most) => at => Text(at, most, "plain_text");

    public static Action<Inspection> AnyText(int most = 3000) => at => Text(at, most, "plain_text", "mrkdwn");

    public static void Confirm(Inspection at)
    {
        if (!at.IsObject())
            return;
        at.KnowsOnly("title", "text", "confirm", "deny", "style");
        at.Needs("title", PlainText(100));
        at.Needs("text", AnyText(300));
        at.Needs("confirm", PlainText(30));
        at.Needs("deny", PlainText(30));
        at.Has("style", Values.OneOf("primary", "danger"));
    }

    public static Action<Inspection> Option(bool allowsMrkdwn = false, bool allowsUrl = false) =>
        at =>
        {
            if (!at.IsObject())
                return;
            at.KnowsOnly(allowsUrl ? ["text", "value", "description", "url"] : ["text", "value", "description"]);
            at.Needs("text", allowsMrkdwn ? AnyText(75) : PlainText(75));
            at.Needs("value", Values.String(75));
            at.Has("description", allowsMrkdwn ? AnyText(75) : PlainText(75));
            at.Has("url", Values.Url);
        };

    public static void OptionGroup(Inspection at)
    {
        if (!at.IsObject())
            return;
        at.KnowsOnly("label", "options");
        at.Needs("label", PlainText(75));
        at.Needs("options", Values.List(1, 100, Option()));
    }

    public static void DispatchActionConfig(Inspection at)
    {
        if (!at.IsObject())
            return;
        at.KnowsOnly("trigger_actions_on");
        at.Needs("trigger_actions_on", Values.List(1, 2, Values.OneOf("on_enter_pressed", "on_character_entered")));
    }

    public static void Filter(Inspection at)
    {
        if (!at.IsObject())
            return;
        at.KnowsOnly("include", "exclude_external_shared_channels", "exclude_bot_users");
        at.Has("include", Values.List(1, 4, Values.OneOf("im", "mpim", "private", "public")));
        at.Has("exclude_external_shared_channels", Values.Flag);
        at.Has("exclude_bot_users", Values.Flag);
        if (!at.Value.EnumerateObject().Any())
            at.Object("must define at least one filter");
    }

    public static void SlackFile(Inspection at)
    {
        if (!at.IsObject())
            return;
        at.KnowsOnly("id", "url");
        at.NeedsEither("id", "url", Values.String(255), Values.Url);
    }

    private static void Text(Inspection at, int most, params string[] types)
    {
        if (!at.IsObject())
            return;
        var isMrkdwn = at.Type == "mrkdwn";
        at.KnowsOnly("type", "text", isMrkdwn ? "verbatim" : "emoji");
        at.Needs("type", Values.OneOf(types));
        at.Needs("text", Values.String(most));
        at.Has("emoji", Values.Flag);
        at.Has("verbatim", Values.Flag);
    }
}
