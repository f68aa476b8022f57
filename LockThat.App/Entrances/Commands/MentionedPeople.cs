using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances.Commands;

/// <summary>Shows a person who is mentioned in a reason by their display name. Slack sends another name with a mention,
/// or none.</summary>
internal sealed class MentionedPeople(Members members)
{
    private const int Most = 3;

    /// <summary>The same command with names in its reason, as far as Slack tells them in time.</summary>
    /// <param name="escaped">The typed text, with its mentions.</param>
    public async Task<ParsedCommand> Name(
        Workspace workspace,
        ParsedCommand ask,
        string escaped,
        CancellationToken cancellationToken
    )
    {
        if (
            TypedWish.In(ask) is not { Reason: { } reason } wish
            || SlackText.Mentions(TypedText.BehindName(escaped)) is not { Count: > 0 and <= Most } mentions
        )
            return ask;
        var names = await Task.WhenAll(
            mentions.Select(mention => members.NameOf(workspace, new(mention.Id), cancellationToken))
        );
        var words = reason.Value.Split(' ');
        foreach (var (mention, name) in mentions.Zip(names))
        {
            if (name is not null && Array.IndexOf(words, mention.Label) is >= 0 and var place)
                words[place] = name;
        }

        return Reason.Parse(string.Join(' ', words)) is ReasonParse.Parsed named
            ? (wish with { Reason = named.Reason }).Asked
            : ask;
    }
}
