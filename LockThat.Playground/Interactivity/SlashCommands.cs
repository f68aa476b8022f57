using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Interactivity;

/// <summary>Slash commands: answered by the immediate response.</summary>
internal sealed class SlashCommands(
    Workspace workspace,
    Deliveries deliveries,
    Triggers triggers,
    ResponseUrls responseUrls,
    Posts posts
)
{
    public const string Known = "/lockthat";

    /// <summary>False when the app failed: Slack then leaves the text in the composer.</summary>
    public async Task<bool> Send(Member person, Channel channel, string text, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.Post(
            new("slash_command", Fields(person, channel, text)),
            answered =>
            {
                var shown = Apply(answered, person, channel, text);
                if (shown.Failure is { } failure)
                    posts.Fail(channel.Id, person.Id, $"{Known} failed with the error \"{failure}\"");
                return shown;
            },
            cancellationToken
        );
        return delivery.Failure is null;
    }

    /// <summary>Asks the app for its help in nobody's name, and shows it to nobody.</summary>
    public Task WarmUp(CancellationToken cancellationToken) =>
        deliveries.Probe(new("slash_command", Fields(Team.Slackbot, Team.Channels[0], "help")), cancellationToken);

    private JsonObject Fields(Member person, Channel channel, string text) =>
        new()
        {
            ["token"] = "legacy",
            ["team_id"] = Team.Id,
            ["team_domain"] = Team.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.Name,
            ["user_id"] = person.Id,
            ["user_name"] = person.Handle,
            ["command"] = Known,
            ["text"] = Typed.AsCommand(text),
            ["api_app_id"] = Team.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = responseUrls.Issue("commands", new(person.Id, channel.Id, null)),
            ["trigger_id"] = triggers.Issue(person.Id),
        };

    private Delivery Apply(Delivery delivery, Member person, Channel channel, string text)
    {
        if (delivery.Failure is not null || delivery.AckBody.Length == 0)
            return delivery;
        if (delivery.AckContentType == "text/plain")
        {
            posts.Say(channel.Id, TextOnly(delivery.AckBody), person.Id);
            return delivery;
        }

        if (
            delivery.AckContentType != "application/json"
            || Json.Parse(delivery.AckBody) is not { ValueKind: JsonValueKind.Object } answer
        )
            return delivery with { Failure = "invalid_command_response" };
        var says = answer.Get("text") is not null || answer.Get("blocks") is not null;
        if (says && Rules.MessageError(answer) is var (error, problems))
            return delivery with { Failure = error, Problems = problems };
        if (answer.Str("response_type") != "in_channel")
            return says ? Say(delivery, answer, channel, person.Id) : delivery;
        workspace.Post(
            new()
            {
                ChannelId = channel.Id,
                Ts = "",
                AuthorId = person.Id,
                Text = Typed.Escaped($"{Known} {text}".TrimEnd()),
                Kind = MessageKind.Command,
            }
        );
        return says ? Say(delivery, answer, channel, null) : delivery;
    }

    private Delivery Say(Delivery delivery, JsonElement answer, Channel channel, string? onlyFor)
    {
        posts.Say(channel.Id, answer, onlyFor);
        return delivery;
    }

    private static JsonElement TextOnly(string text) => new JsonObject { ["text"] = text }.ToElement();
}
