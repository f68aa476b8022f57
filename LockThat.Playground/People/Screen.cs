using LockThat.Playground.BlockKit;
using LockThat.Playground.Formatting;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>The active screen of a member, as plain text.</summary>
internal sealed class Screen(Workspace workspace, Whereabouts open)
{
    private readonly BlockText _blocks = new(
        new PlainText(new Reader(open.Member.Zone, TwelveHours: true), workspace.Time.GetUtcNow())
    );

    public string Text => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        if (workspace.Modals(open.Member.Id) is [.., var modal])
            return View(modal);
        if (open.IsOnHome)
            return workspace.Home(open.Member.Id) is { } home ? View(home) : ["This is a work in progress!"];
        return workspace.Messages(open.Channel.Id, open.Member.Id).SelectMany(Message);
    }

    private IEnumerable<string> Message(Message message)
    {
        var author = Team.Member(message.AuthorId)?.RealName ?? message.AuthorId;
        yield return message.IsEphemeral ? $"{author} (Only visible to you):" : $"{author}:";
        foreach (
            var line in message.Blocks is { } drawn
                ? _blocks.Lines(drawn, workspace.Form(open.Member.Id, message))
                : [_blocks.Plain(message.Text)]
        )
            yield return line;
    }

    private IEnumerable<string> View(OpenView view)
    {
        if (Label(view, "title") is { } title)
            yield return $"# {title}";
        if (view.Trouble is { } trouble)
            yield return $"! {trouble}";
        foreach (var line in _blocks.Lines(view.Blocks, view.State, view.Errors))
            yield return line;
        if (!view.IsHome)
            yield return string.Join(
                ' ',
                new[] { Label(view, "close") ?? "Close", Label(view, "submit") }
                    .OfType<string>()
                    .Select(label => $"[{label}]")
            );
    }

    private static string? Label(OpenView view, string name) => PlacedElement.TextOf(view.View.Get(name));
}
