using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Settings;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Rules;

/// <summary>The page with the rules of a team, and the form behind each of its lines.</summary>
internal sealed class RulePages(LockService locks, LockRules operators)
{
    /// <summary><c>settings</c>.</summary>
    public async Task<SlackResponse> Open(
        SlackRequest.SlashCommand command,
        Asker asker,
        CancellationToken cancellationToken
    )
    {
        if (await WhyNot(asker.Workspace, asker.Reader, cancellationToken) is { } refused)
            return new(new Ack.OfMessage(refused));
        var again = Replies.TryAgain(asker.Reader.Words().TypeAgain);
        return new(
            new Ack.Empty(),
            new SlackCall.OpenView(
                command.TriggerId,
                await Draw(asker.Workspace, asker.Reader, null, cancellationToken)
            )
            {
                Otherwise = SlackCall.Respond.Beside(command.ResponseUrl, command.User, again),
            }
        );
    }

    /// <summary>The choice in the menu of Home.</summary>
    public async Task<SlackResponse> Open(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var reader = await locks.ReaderOf(click.Workspace, click.User, cancellationToken);
        return await WhyNot(click.Workspace, reader, cancellationToken) is { } refused
            ? new(new Ack.Empty(), new SlackCall.PublishHome(click.User, refused))
            : new(
                new Ack.Empty(),
                new SlackCall.OpenView(click.TriggerId, await Draw(click.Workspace, reader, null, cancellationToken))
            );
    }

    /// <summary>A line is to be changed: its form lies on the page.</summary>
    public async Task<SlackResponse> Change(
        SlackRequest.BlockActionRequest click,
        ViewInfo page,
        CancellationToken cancellationToken
    )
    {
        var line = RuleFields.Lines.FirstOrDefault(line => line.Key == click.Action.Value);
        if (line is null || SettingsMemory.Read(page.PrivateMetadata) is not { } memory)
            return SlackResponse.Nothing;
        var words = (await locks.ReaderOf(click.Workspace, click.User, cancellationToken)).Words();
        var policy = await locks.PolicyOf(click.Workspace, cancellationToken);
        var form = SettingsForm.For(
            words,
            memory with
            {
                Line = line.Key,
                Page = page.Id,
            },
            line.Title(words),
            [.. line.Fields.Select(field => field.Drawn(policy, operators, words))]
        );
        return new(new Ack.Empty(), new SlackCall.OpenView(click.TriggerId, form, IsOnTop: true));
    }

    /// <summary>A form was sent. Only the fields that the person changed are changed.</summary>
    public async Task<SlackResponse> Save(SlackRequest.ViewSubmission sent, CancellationToken cancellationToken)
    {
        var memory = SettingsMemory.Read(sent.View.PrivateMetadata);
        var line = RuleFields.Lines.FirstOrDefault(line => line.Key == memory?.Line);
        if (line is null || memory is null)
            return new(new Ack.ViewClear());
        var filled = SettingsForm.Read(sent.View.State);
        var command = new ChangeRules(
            Policy(line, field => memory.Shown.GetValueOrDefault(field.BlockId)),
            Policy(
                line,
                field => filled.GetValueOrDefault(field.BlockId) ?? memory.Shown.GetValueOrDefault(field.BlockId)
            )
        );
        var asker = new Asker(sent.Workspace, sent.User, RequestId.Of("rules", sent.View.Id, sent.User.Value));
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var reader = await locks.ReaderOf(sent.Workspace, sent.User, cancellationToken);
        var words = reader.Words();
        if (outcome is Outcome.Refused(Refusal.TooMuch(var setting, var most), _))
            return new(
                new Ack.ViewErrors(
                    new Dictionary<string, string>(StringComparer.Ordinal) { [$"{setting}"] = words.AtMost(most) }
                )
            );
        var said = OutcomeMessages.Of(command, outcome, reader, reader.Rules);
        var page = await Draw(sent.Workspace, reader, said, cancellationToken);
        return memory.Page is { } below
            ? new(
                new Ack.Empty(),
                new SlackCall.UpdateView(below, Hash: null, page),
                new SlackCall.RefreshHome(sent.User)
            )
            : new(new Ack.ViewUpdate(page));
    }

    private static TeamPolicy Policy(RuleLine line, Func<RuleField, string?> value) =>
        line.Fields.Aggregate(
            TeamPolicy.None,
            (policy, field) => value(field) is { } text ? field.Write(policy, text) : policy
        );

    private async Task<Message?> WhyNot(Workspace workspace, Reader reader, CancellationToken cancellationToken) =>
        await locks.WhyNotChangeRules(workspace, reader.User, cancellationToken) is { } why
            ? OutcomeMessages.Of(
                new ChangeRules(TeamPolicy.None, TeamPolicy.None),
                new Outcome.Refused(why, Present: null),
                reader,
                reader.Rules
            )
            : null;

    private async Task<ModalViewDefinition> Draw(
        Workspace workspace,
        Reader reader,
        Message? said,
        CancellationToken cancellationToken
    )
    {
        var words = reader.Words();
        var policy = await locks.PolicyOf(workspace, cancellationToken);
        return SettingsPage.For(
            words,
            new SettingsMemory(workspace.ToDrawnFor()),
            [.. RuleFields.Lines.Select(line => Drawn(line, policy, words))],
            said
        );
    }

    private SettingsLine Drawn(RuleLine line, TeamPolicy policy, IWording words) =>
        new(
            line.Key,
            line.Title(words),
            [.. line.Fields.Select(field => (words.LabelOf(field.Setting), field.Said(policy, operators, words)))]
        );
}
