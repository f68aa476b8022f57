using LockThat.App.Locks;
using LockThat.App.Settings;
using Microsoft.Extensions.Configuration;

namespace LockThat.Tests;

public sealed class SettingsTests
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly (string, string)[] OneWorkspace =
    [
        ("Slack:SigningSecret", "s"),
        ("Slack:BotToken", "xoxb-x"),
    ];

    private static readonly (string, string)[] AnyWorkspace =
    [
        ("Slack:SigningSecret", "s"),
        ("Slack:ClientId", "1.2"),
        ("Slack:ClientSecret", "c"),
        ("PublicUrl", "https://locks.example.com"),
        ("Tokens:EncryptionKey", Key),
    ];

    [Fact]
    public void Two_settings_are_enough_and_the_rest_has_defaults()
    {
        var settings = Sound(OneWorkspace);
        settings.Slack.SigningSecrets.ShouldBe(["s"]);
        settings.Slack.Workspaces.ShouldBe(new SlackWorkspaces.One("xoxb-x"));
        (settings.Slack.AppToken, settings.PublicUrl, settings.SentryDsn, settings.OtlpEndpoint).ShouldBe(
            (null, null, null, null)
        );
        settings.Slack.ApiUrl.ShouldBe(new Uri("https://slack.com/api/"));
        settings.Slack.AuthorizeUrl.ShouldBe(new Uri("https://slack.com/oauth/v2/authorize"));
        settings.Storage.ShouldBe(new StorageSettings.LiteDb("data/lockthat.db"));
        settings.Locks.ShouldBe(
            new LockRules(TimeSpan.FromDays(1), TimeSpan.FromDays(366), TimeSpan.FromMinutes(15), 1000)
        );
        settings.TokenKeys.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_can_be_set_is_read()
    {
        var settings = Sound([
            .. AnyWorkspace,
            ("Slack:AppToken", "xapp-1"),
            ("Slack:ApiUrl", "http://127.0.0.1:5080/api"),
            ("Slack:AuthorizeUrl", "http://127.0.0.1:5080/authorize"),
            ("Storage:Provider", "postgres"),
            ("ConnectionStrings:Postgres", "Host=db;Database=locks"),
            ("Locks:DefaultDuration", "02:00:00"),
            ("Locks:MaxDuration", "7.00:00:00"),
            ("Locks:RemindBefore", "00:05:00"),
            ("Locks:MaxResources", "50"),
            ("Locks:ClaimWindow", "1.00:00:00"),
            ("Locks:KeepHistory", "30.00:00:00"),
            ("Sentry:Dsn", "https://k@sentry.example.com/1"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"),
        ]);
        settings.Slack.Workspaces.ShouldBe(new SlackWorkspaces.Installed("1.2", "c"));
        (settings.Slack.AppToken, settings.Slack.ApiUrl, settings.Slack.AuthorizeUrl).ShouldBe(
            ("xapp-1", new Uri("http://127.0.0.1:5080/api/"), new Uri("http://127.0.0.1:5080/authorize"))
        );
        settings.Storage.ShouldBe(new StorageSettings.Postgres("Host=db;Database=locks"));
        settings.Locks.ShouldBe(
            new LockRules(TimeSpan.FromHours(2), TimeSpan.FromDays(7), TimeSpan.FromMinutes(5), 50)
            {
                KeepHistory = TimeSpan.FromDays(30),
                ClaimWindow = TimeSpan.FromDays(1),
            }
        );
        (settings.PublicUrl, settings.SentryDsn, settings.OtlpEndpoint).ShouldBe(
            (
                new Uri("https://locks.example.com"),
                new Uri("https://k@sentry.example.com/1"),
                new Uri("http://localhost:4317")
            )
        );
        settings.TokenKeys.ShouldHaveSingleItem().Length.ShouldBe(32);
    }

    [Fact]
    public void Secrets_and_keys_may_be_rotated()
    {
        Sound([("Slack:SigningSecret", "new, old"), ("Slack:BotToken", "xoxb-x")])
            .Slack.SigningSecrets.ShouldBe(["new", "old"]);
        Sound([.. AnyWorkspace, ("Tokens:EncryptionKey", $"{Key},{Key}")]).TokenKeys.Count.ShouldBe(2);
    }

    [Fact]
    public void Socket_Mode_alone_needs_no_signing_secret() =>
        Sound([("Slack:AppToken", "xapp-1"), ("Slack:BotToken", "xoxb-x")]).Slack.SigningSecrets.ShouldBeEmpty();

    [Fact]
    public void Nothing_set_names_each_missing_setting_and_no_other() =>
        Faulty([]).ShouldBe(["Slack:SigningSecret", "Slack:BotToken"]);

    [Fact]
    public void An_empty_value_is_not_set() =>
        Faulty([("Slack:SigningSecret", ""), ("Slack:BotToken", " ")])
            .ShouldBe(["Slack:SigningSecret", "Slack:BotToken"]);

    [Fact]
    public void A_token_and_an_install_flow_contradict_each_other() =>
        Faulty([.. AnyWorkspace, ("Slack:BotToken", "xoxb-x")])
            .ShouldBe(["Slack:BotToken", "Slack:ClientId", "Slack:ClientSecret"]);

    [Fact]
    public void An_install_flow_needs_all_of_its_parts() =>
        Faulty([("Slack:SigningSecret", "s"), ("Slack:ClientId", "1.2")])
            .ShouldBe(["Slack:ClientSecret", "PublicUrl", "Tokens:EncryptionKey"]);

    [Fact]
    public void Postgres_needs_a_database() =>
        Faulty([.. OneWorkspace, ("Storage:Provider", "Postgres")]).ShouldBe(["ConnectionStrings:Postgres"]);

    [Theory]
    [InlineData("Slack:SigningSecret", "s,")]
    [InlineData("Slack:BotToken", "xoxp-1")]
    [InlineData("Slack:BotToken", "xoxb-")]
    [InlineData("Slack:BotToken", "xoxb-1 2")]
    [InlineData("Slack:BotToken", "xoxb-1\n2")]
    [InlineData("Slack:AppToken", "xoxb-1")]
    [InlineData("Slack:ApiUrl", "slack.com/api/")]
    [InlineData("Slack:ApiUrl", "ftp://slack.com/api/")]
    [InlineData("Slack:AuthorizeUrl", "/authorize")]
    [InlineData("PublicUrl", "http://locks.example.com")]
    [InlineData("PublicUrl", "https://locks.example.com/?q=1")]
    [InlineData("PublicUrl", "https://locks.example.com/#here")]
    [InlineData("Sentry:Dsn", "https://sentry.example.com/1")]
    [InlineData("Sentry:Dsn", "https://key@sentry.example.com/")]
    [InlineData("Storage:Provider", "Sqlite")]
    [InlineData("Storage:LiteDb:Path", "data/")]
    [InlineData("ConnectionStrings:Postgres", "nonsense")]
    [InlineData("Locks:DefaultDuration", "1 day")]
    [InlineData("Locks:DefaultDuration", "30")]
    [InlineData("Locks:DefaultDuration", "24:00:00")]
    [InlineData("Locks:DefaultDuration", "367.00:00:00")]
    [InlineData("Locks:MaxDuration", "00:00:00")]
    [InlineData("Locks:MaxDuration", "-1.00:00:00")]
    [InlineData("Locks:MaxDuration", "99999.00:00:00")]
    [InlineData("Locks:RemindBefore", "soon")]
    [InlineData("Locks:MaxResources", "0")]
    [InlineData("Locks:MaxResources", "1e3")]
    [InlineData("Locks:ClaimWindow", "00:00:00")]
    [InlineData("Locks:ClaimWindow", "1.00:00:01")]
    [InlineData("Locks:KeepHistory", "29.00:00:00")]
    [InlineData("Tokens:EncryptionKey", "c2hvcnQ=")]
    [InlineData("Tokens:EncryptionKey", "not base64")]
    [InlineData("Sentry:Dsn", "key")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost")]
    public void A_value_of_the_wrong_form_is_named(string key, string value) =>
        Faulty([.. OneWorkspace, (key, value)]).ShouldBe([key]);

    [Fact]
    public void All_faults_are_found_at_once_and_no_secret_is_printed()
    {
        var message = Read([
                ("Slack:BotToken", "top secret"),
                ("Locks:MaxResources", "-3"),
                ("Storage:Provider", "Oracle"),
            ])
            .ShouldBeOfType<SettingsReading.Faulty>()
            .Message;
        foreach (
            var named in new[]
            {
                "Slack:SigningSecret",
                "Slack:BotToken",
                "Locks:MaxResources",
                "Storage:Provider",
                "LockThat.Playground",
            }
        )
            message.ShouldContain(named);
        message.ShouldNotContain("top secret");
    }

    [Fact]
    public void A_shorter_maximum_shortens_the_default() =>
        Sound([.. OneWorkspace, ("Locks:MaxDuration", "01:00:00")])
            .Locks.DefaultDuration.ShouldBe(TimeSpan.FromHours(1));

    [Fact]
    public void Settings_print_no_secrets()
    {
        var settings = Sound([.. OneWorkspace, ("Slack:AppToken", "xapp-secret")]);
        foreach (
            object part in new object[]
            {
                settings,
                settings.Slack,
                settings.Slack.Workspaces,
                settings.Storage,
                Read(OneWorkspace),
            }
        )
            part.ToString()
                .ShouldSatisfyAllConditions(
                    text => text.ShouldNotBeNull().ShouldNotContain("xoxb"),
                    text => text.ShouldNotBeNull().ShouldNotContain("xapp")
                );
    }

    private static SettingsReading Read((string Key, string Value)[] values) =>
        LockThatSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    values
                        .GroupBy(pair => pair.Key)
                        .Select(pairs => KeyValuePair.Create(pairs.Key, (string?)pairs.Last().Value))
                )
                .Build()
        );

    private static LockThatSettings Sound((string, string)[] values) =>
        Read(values).ShouldBeOfType<SettingsReading.Sound>().Settings;

    private static string[] Faulty((string, string)[] values) =>
        [.. Read(values).ShouldBeOfType<SettingsReading.Faulty>().Faults.Select(fault => fault.Key)];
}
