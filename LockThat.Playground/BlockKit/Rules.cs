using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>Slack's documented limits of messages and views; strict where the documents disagree.</summary>
public static class Rules
{
    private const int MaxMessageBlocks = 50;
    private const int MaxViewBlocks = 100;
    private const int MaxViewBytes = 250_000;
    private const int MaxMessageText = 40_000;

    // Slack documents no figure for msg_blocks_too_long; about this many characters of text have been seen to pass.
    private const int MaxBlocksText = 13_000;

    /// <summary>Problems of a message's text and blocks, with pointers from <c>/blocks</c> or <c>/text</c>; none when
    /// Slack would take it.</summary>
    public static IReadOnlyList<Problem> CheckMessage(JsonElement message)
    {
        List<Problem> problems = [];
        Inspection at = new(message, "", Place.Message, problems);
        if (!at.IsObject())
            return problems;
        at.Has("text", Values.String(MaxMessageText, 0));
        at.Has("blocks", BlockRules.Blocks(MaxMessageBlocks));
        if (!Says(message))
            at.Object("missing required field: text");
        if (TextIn(message.Get("blocks")) > MaxBlocksText)
            problems.Add(new($"must hold no more than {MaxBlocksText} characters of text", "/blocks"));
        return problems;
    }

    /// <summary>Problems of a modal or Home, with pointers from <c>/view</c>; none when Slack would take it.</summary>
    public static IReadOnlyList<Problem> CheckView(JsonElement view)
    {
        List<Problem> problems = [];
        var place = view.TypeOf() switch
        {
            "modal" => Place.Modal,
            "home" => Place.Home,
            _ => Place.None,
        };
        Inspection at = new(view, "/view", place, problems);
        if (!at.IsObject())
            return problems;
        if (place == Place.None)
        {
            at.Object(view.Get("type") is null ? "missing required field: type" : $"unsupported type: {view.TypeOf()}");
            return problems;
        }

        string[] shared = ["type", "blocks", "private_metadata", "callback_id", "external_id"];
        at.KnowsOnly(
            place == Place.Home ? shared : [.. shared, "title", "submit", "close", "clear_on_close", "notify_on_close"]
        );
        at.Needs("blocks", BlockRules.Blocks(MaxViewBlocks));
        at.Has("private_metadata", Values.String(3000, 0));
        at.Has("callback_id", Values.String(255, 0));
        at.Has("external_id", Values.String(255, 0));
        FocusOnce(at);
        if (place == Place.Modal)
            Modal(at);
        if (Encoding.UTF8.GetByteCount(view.GetRawText()) > MaxViewBytes)
            at.Object("view is too large");
        return problems;
    }

    /// <summary>Problems of an answer to block_suggestion; none when Slack would offer what it holds.</summary>
    public static IReadOnlyList<Problem> CheckOptions(JsonElement answer)
    {
        List<Problem> problems = [];
        Inspection at = new(answer, "", Place.Anywhere, problems);
        if (at.IsObject())
            at.NeedsEither(
                "options",
                "option_groups",
                Values.List(0, 100, ObjectRules.Option()),
                Values.List(0, 100, ObjectRules.OptionGroup)
            );
        return problems;
    }

    /// <summary>The error code and messages with which Slack refuses the message; null when it takes it.</summary>
    internal static (string Error, ImmutableArray<string> Problems)? MessageError(JsonElement message)
    {
        if (message.Get("blocks") is { ValueKind: not JsonValueKind.Array })
            return ("invalid_blocks_format", []);
        if (!Says(message))
            return ("no_text", []);
        if (message.Str("text") is { Length: > MaxMessageText })
            return ("msg_too_long", []);
        if (TextIn(message.Get("blocks")) > MaxBlocksText)
            return ("msg_blocks_too_long", []);
        var problems = CheckMessage(message)
            .Where(problem => problem.Pointer.StartsWith("/blocks", StringComparison.Ordinal))
            .ToList();
        return problems is [] ? null : ("invalid_blocks", [.. problems.Select(problem => problem.ToString())]);
    }

    /// <summary>The same for a view, which must be of this type where one is named.</summary>
    internal static (string Error, ImmutableArray<string> Problems)? ViewError(JsonElement view, string? type)
    {
        if (type is not null && view.TypeOf() != type)
            return ("invalid_arguments", [$"unsupported type: {view.TypeOf()} [json-pointer:/view/type]"]);
        var problems = CheckView(view);
        if (problems.Any(problem => problem.Message == "view is too large"))
            return ("view_too_large", []);
        return problems is [] ? null : ("invalid_arguments", [.. problems.Select(problem => problem.ToString())]);
    }

    private static void Modal(Inspection at)
    {
        at.Needs("title", ObjectRules.PlainText(24));
        at.Has("submit", ObjectRules.PlainText(24));
        at.Has("close", ObjectRules.PlainText(24));
        at.Has("clear_on_close", Values.Flag);
        at.Has("notify_on_close", Values.Flag);
        var input = at.Value.List("blocks").Select(block => block.TypeOf()).ToList().IndexOf("input");
        if (input >= 0 && at.Value.Get("submit") is null)
            at.Problems.Add(
                new("must define `submit` to use an `input` block in modals", $"/view/blocks/{input}/input")
            );
    }

    private static void FocusOnce(Inspection at)
    {
        if (Elements.In(at.Value.Get("blocks")).Count(placed => placed.Element.Flag("focus_on_load")) > 1)
            at.Object("only one element may have `focus_on_load`");
    }

    private static bool Says(JsonElement message) =>
        message.Str("text") is { Length: > 0 } || message.List("blocks").Any() || message.List("attachments").Any();

    private static int TextIn(JsonElement? value) =>
        value switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Sum(item => TextIn(item)),
            { ValueKind: JsonValueKind.Object } members => members
                .EnumerateObject()
                .Sum(member =>
                    member is { Name: "text", Value.ValueKind: JsonValueKind.String }
                        ? member.Value.GetString()?.Length ?? 0
                        : TextIn(member.Value)
                ),
            _ => 0,
        };
}
