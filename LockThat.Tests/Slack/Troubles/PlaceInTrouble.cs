using LockThat.App.Slack.Http;

namespace LockThat.Tests.Slack.Troubles;

/// <summary>A workspace of its own for one test, with people who do there what makes the app call Slack. Its mark is in
/// everything that concerns it.</summary>
/// <param name="way">In which way Slack misbehaves here.</param>
internal sealed class PlaceInTrouble(RunningApp app, string way)
{
    private static int _last;

    public string Way => way;

    public string Mark { get; } = $"W{Interlocked.Increment(ref _last):D4}";

    private string ResponseUrl => $"https://hooks.slack.com/commands/T0{Mark}/1/secret";

    /// <summary>An act that makes the app call a method. It is acknowledged while the clock stands still.</summary>
    public Task Does(string method) =>
        method switch
        {
            "views.open" => Types("ADA", "lock"),
            "views.update" => Posts(SlackEndpoints.Action, Form("block_actions", "custom")),
            "views.publish" => OpensHome(),
            "chat.postMessage" => Takes("one"),
            TroubledSlack.ResponseUrl => Posts(SlackEndpoints.Action, Form("view_submission", "3600")),
            _ => throw new InvalidOperationException($"Who calls {method}?"),
        };

    /// <summary>Bob takes over what Ada has, which she must be told.</summary>
    public async Task Takes(string name)
    {
        await Types("ADA", $"lock {name} 2h");
        await Types("BOB", $"lock {name} 2h override");
    }

    public Task Types(string user, string text) =>
        Posts(
            SlackEndpoints.Command,
            Ours(Payloads.Command(text, ResponseUrl))
                .Replace($"U0{Mark}ADA", $"U0{Mark}{user}", StringComparison.Ordinal),
            isForm: true
        );

    /// <summary>Ada opens her Home.</summary>
    public Task OpensHome() => Posts(SlackEndpoints.Event, Ours(Payloads.HomeOpened), type: Payloads.Json);

    private async Task Posts(string path, string body, bool isForm = false, string type = Payloads.Form)
    {
        var acknowledged = await app.Post(path, isForm || type == Payloads.Json ? body : Payloads.Payload(body), type);
        acknowledged.EnsureSuccessStatusCode();
        (await acknowledged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Sorry");
    }

    private string Form(string type, string length) =>
        Ours(
            $$"""
            {"type":"{{type}}","team":{"id":"T0ACME001"},"user":{"id":"U0ALICE01"},"trigger_id":"1.2.abc","container":{"type":"view","view_id":"V0MODAL"},
             "actions":[{"type":"static_select","block_id":"length","action_id":"value","selected_option":{"value":"{{length}}"},"action_ts":"1.1"}],
             "view":{"id":"V0MODAL","type":"modal","hash":"1.x","callback_id":"lock",
                     "private_metadata":"{\"origin\":\"command\",\"name\":\"two\",\"response_url\":\"{{ResponseUrl}}\"}",
                     "state":{"values":{"length":{"value":{"type":"static_select","selected_option":{"value":"{{length}}"} } } } } } }
            """
        );

    private string Ours(string payload) =>
        payload
            .Replace("T0ACME001", $"T0{Mark}", StringComparison.Ordinal)
            .Replace("U0ALICE01", $"U0{Mark}ADA", StringComparison.Ordinal)
            .Replace("1.2.abc", $"1.2.{Mark}", StringComparison.Ordinal)
            .Replace("V0MODAL", $"V0{Mark}", StringComparison.Ordinal);
}
