namespace LockThat.Tests.Playground;

/// <summary>Block Kit as an app would send it.</summary>
internal static class Sample
{
    public const string Button =
        """{"type":"button","action_id":"unlock","value":"test-site","text":{"type":"plain_text","text":"Unlock"}}""";

    public const string ButtonRow =
        """{"type":"actions","block_id":"row","elements":[{"type":"button","action_id":"unlock","value":"test-site","text":{"type":"plain_text","text":"Unlock"}}]}""";

    public const string Reason =
        """{"type":"input","block_id":"reason","optional":true,"label":{"type":"plain_text","text":"Reason"},"element":{"type":"plain_text_input","action_id":"v","max_length":20}}""";

    public const string Resource =
        """{"type":"input","block_id":"resource","label":{"type":"plain_text","text":"Resource"},"element":{"type":"static_select","action_id":"v","options":[{"text":{"type":"plain_text","text":"test-site"},"value":"r1"},{"text":{"type":"plain_text","text":"printer"},"value":"r2"}]}}""";

    public static string Section(string text) =>
        $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{text}}}"}}""";

    public static string Message(params string[] blocks) =>
        $$"""{"text":"fallback","blocks":[{{string.Join(',', blocks)}}]}""";

    public static string Home(params string[] blocks) =>
        $$"""{"type":"home","blocks":[{{string.Join(',', blocks)}}]}""";

    public static string Modal(params string[] blocks) => Titled("Lock", "", blocks);

    public static string Titled(string title, string more, params string[] blocks) =>
        $$"""
            {"type":"modal","callback_id":"lock","title":{"type":"plain_text","text":"{{title}}"},"submit":{"type":"plain_text","text":"Send"},{{more}}"blocks":[{{string.Join(
                ',',
                blocks
            )}}]}
            """;
}
