using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack.Requests;

public sealed class RequestReaderTests
{
    [Fact]
    public void A_command_is_read_with_who_where_and_what()
    {
        var command = Payloads
            .Understood(SlackRoute.Command, Payloads.Command("lock test-site 2 h “demo” & more"))
            .ShouldBeOfType<SlackRequest.SlashCommand>();
        command.ShouldBe(
            new SlackRequest.SlashCommand(
                Payloads.Acme,
                Payloads.Alice,
                "C0GENERAL",
                "/lockthat",
                "lock test-site 2 h “demo” & more",
                Payloads.ResponseUrl,
                "1.2.abc"
            )
        );
        command.From.ShouldBe(Payloads.Acme);
    }

    [Fact]
    public void Plus_and_percent_twenty_are_both_a_space() =>
        Payloads
            .Understood(SlackRoute.Command, "team_id=T1&user_id=U1&command=/lockthat&text=a+b%20c%2B")
            .ShouldBeOfType<SlackRequest.SlashCommand>()
            .Text.ShouldBe("a b c+");

    [Theory]
    [InlineData("true", "E0ORG")]
    [InlineData("false", null)]
    public void A_command_names_the_organisation_only_where_it_installed_the_app(
        string isInstall,
        string? organisation
    ) =>
        Payloads
            .Understood(
                SlackRoute.Command,
                $"team_id=T1&user_id=U1&command=/l&enterprise_id=E0ORG&is_enterprise_install={isInstall}"
            )
            .From.ShouldBe(new Workspace(new("T1"), organisation is null ? null : new EnterpriseId(organisation)));

    [Fact]
    public void A_certificate_check_smuggles_nothing()
    {
        Payloads
            .Understood(SlackRoute.Command, "ssl_check=1&" + Payloads.Command("unlock test-site override"))
            .ShouldBe(new SlackRequest.SslCheck());
        Payloads
            .Understood(SlackRoute.Action, "ssl_check=1&" + Payloads.Payload(Payloads.BlockAction))
            .ShouldBe(new SlackRequest.SslCheck());
    }

    [Theory]
    [InlineData("")]
    [InlineData("team_id=T1&user_id=U1")]
    [InlineData("team_id=T1&command=/l&text=x")]
    [InlineData("user_id=U1&command=/l&text=x")]
    [InlineData("team_id=&user_id=U1&command=/l")]
    [InlineData("team_id=T1&user_id=U1&command=/l&text=%zz")]
    [InlineData("team_id=T1&user_id=U1&command=/l&text=%f")]
    [InlineData("team_id=T1&user_id=U1&command=/l&text=%FF%FE")]
    [InlineData("team_id=T1&team_id=T2&user_id=U1&command=/l")]
    [InlineData("team_id=T1&user_id=U+1&command=/l")]
    [InlineData("team_id=T1&user_id=U%0A1&command=/l")]
    public void A_broken_command_is_malformed(string body) =>
        Payloads.Read(SlackRoute.Command, body).ShouldBeOfType<RequestReading.Malformed>();

    [Fact]
    public void Ids_and_addresses_far_longer_than_Slacks_are_malformed()
    {
        Payloads
            .Read(SlackRoute.Command, $"team_id={new string('T', 256)}&user_id=U1&command=/l")
            .ShouldBeOfType<RequestReading.Malformed>();
        Payloads
            .Read(SlackRoute.Command, $"team_id=T1&user_id=U1&command=/l&trigger_id={new string('1', 3001)}")
            .ShouldBeOfType<RequestReading.Malformed>();
        Payloads
            .Read(SlackRoute.Command, string.Join('&', Enumerable.Range(0, 65).Select(i => $"f{i}=x")))
            .ShouldBeOfType<RequestReading.Malformed>();
    }

    [Theory]
    [InlineData(SlackRoute.Command, "application/json")]
    [InlineData(SlackRoute.Action, "text/plain")]
    [InlineData(SlackRoute.Options, null)]
    [InlineData(SlackRoute.Event, "application/x-www-form-urlencoded")]
    [InlineData(SlackRoute.Event, "nonsense")]
    public void Another_content_type_is_not_read(SlackRoute route, string? contentType) =>
        RequestReader.Read(route, contentType, "{}"u8.ToArray()).ShouldBeOfType<RequestReading.WrongContentType>();

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public void A_content_type_may_carry_parameters_and_capitals(string contentType) =>
        RequestReader
            .Read(SlackRoute.Event, contentType, """{"type":"url_verification","challenge":"abc"}"""u8.ToArray())
            .ShouldBe(new RequestReading.Understood(new SlackRequest.UrlVerification("abc")));

    [Theory]
    [InlineData("payload=")]
    [InlineData("payload=%7B")]
    [InlineData("payload=%5B%5D")]
    [InlineData("other=%7B%7D")]
    [InlineData("payload=%7B%7D")]
    [InlineData("payload=%7B%22type%22%3A7%7D")]
    public void A_broken_payload_is_malformed(string body) =>
        Payloads.Read(SlackRoute.Action, body).ShouldBeOfType<RequestReading.Malformed>();

    [Fact]
    public void A_payload_of_a_thousand_levels_is_malformed()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":""", 1000));
        Payloads.Read(SlackRoute.Action, Payloads.Payload(deep)).ShouldBeOfType<RequestReading.Malformed>();
        Payloads.Read(SlackRoute.Event, deep).ShouldBeOfType<RequestReading.Malformed>();
    }
}
