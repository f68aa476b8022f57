using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Http;

namespace LockThat.App.Slack.Requests;

/// <summary>The four addresses that Slack posts to.</summary>
public enum SlackRoute
{
    Command,
    Action,
    Options,
    Event,
}

/// <summary>The types of Socket Mode's envelopes that hold a request.</summary>
public enum SlackEnvelope
{
    SlashCommands,
    Interactive,
    EventsApi,
}

/// <summary>The result of reading a body.</summary>
public abstract record RequestReading
{
    private RequestReading() { }

    public sealed record Understood(SlackRequest Request) : RequestReading;

    public sealed record Malformed : RequestReading;

    public sealed record WrongContentType : RequestReading;
}

/// <summary>Reads a genuine request into a <see cref="SlackRequest"/>, or says why not. No input makes it
/// throw.</summary>
public static class RequestReader
{
    private const int LongestAddress = 3000;

    public static RequestReading Read(SlackRoute route, string? contentType, ReadOnlyMemory<byte> body)
    {
        var expected = route == SlackRoute.Event ? "application/json" : "application/x-www-form-urlencoded";
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !expected.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)
        )
            return new RequestReading.WrongContentType();
        var request =
            route == SlackRoute.Event ? EventOf(body)
            : FormFields.Read(body.Span) is { } form ? OfForm(route, form)
            : null;
        return Reading(request);
    }

    /// <summary>The payload of a Socket Mode envelope.</summary>
    public static RequestReading Read(SlackEnvelope envelope, JsonElement payload) =>
        Reading(
            envelope switch
            {
                // A boolean of a form is a string, but a real boolean is accepted as well.
                SlackEnvelope.SlashCommands => CommandOf(name =>
                    ((JsonElement?)payload).Text(name) ?? (((JsonElement?)payload).IsTrue(name) ? "true" : null)
                ),
                SlackEnvelope.Interactive => InteractionReader.Read(payload),
                SlackEnvelope.EventsApi => EventReader.Read(payload),
                _ => throw new UnreachableException(),
            }
        );

    private static RequestReading Reading(SlackRequest? request) =>
        request is null ? new RequestReading.Malformed() : new RequestReading.Understood(request);

    private static SlackRequest? EventOf(ReadOnlyMemory<byte> body)
    {
        using var document = PayloadJson.Parse(body);
        return document is null ? null : EventReader.Read(document.RootElement);
    }

    // This check comes first, so that a command cannot pass as a certificate check.
    private static SlackRequest? OfForm(SlackRoute route, FormFields form) =>
        form.Has("ssl_check") ? new SlackRequest.SslCheck()
        : route == SlackRoute.Command ? CommandOf(form.Text)
        : InteractionOf(form);

    private static SlackRequest? InteractionOf(FormFields form)
    {
        if (form.Bytes("payload") is not { } payload)
            return null;
        using var document = PayloadJson.Parse(payload);
        return document is null ? null : InteractionReader.Read(document.RootElement);
    }

    private static SlackRequest.SlashCommand? CommandOf(Func<string, string?> text)
    {
        var team = Id("team_id");
        var user = Id("user_id");
        var command = Id("command");
        var organisation = text("is_enterprise_install") == "true" ? Id("enterprise_id") : null;
        var responseUrl = text("response_url") ?? "";
        var trigger = text("trigger_id") ?? "";
        if (
            team is null
            || user is null
            || command is null
            || responseUrl.Length > LongestAddress
            || trigger.Length > LongestAddress
        )
            return null;
        return new(
            new Workspace(new TeamId(team), organisation is null ? null : new EnterpriseId(organisation)),
            new UserId(user),
            Id("channel_id") ?? "",
            command,
            text("text") ?? "",
            responseUrl,
            trigger
        );

        string? Id(string name) => PayloadJson.AsId(text(name));
    }
}
