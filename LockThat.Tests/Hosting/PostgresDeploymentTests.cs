using LockThat.App.Settings;
using LockThat.App.Web;
using Npgsql;
using Tomlyn.Model;
using static LockThat.Tests.Hosting.Deployed;

namespace LockThat.Tests.Hosting;

/// <summary>Two instances on PostgreSQL, on Fly and by Compose.</summary>
public sealed class PostgresDeploymentTests
{
    private static readonly TomlTable Fly = Toml("docs/hosting/fly.postgres.toml");

    public static TheoryData<string> Instances =>
        [.. Services.Where(name => name.StartsWith("instance-", StringComparison.Ordinal))];

    private static TomlTable Http => (TomlTable)Fly["http_service"];

    [Fact]
    public void Fly_keeps_two_machines_running_which_keep_nothing()
    {
        (Http["auto_stop_machines"], Http["min_machines_running"]).ShouldBe(("off", 2L));
        ((TomlTable)Fly["env"])["Storage__Provider"].ShouldBe(nameof(StorageSettings.Postgres));
        Fly.ShouldNotContainKey("mounts");
    }

    [Fact]
    public void Fly_replaces_one_machine_at_a_time()
    {
        var deploy = (TomlTable)Fly["deploy"];
        (deploy["strategy"], deploy["max_unavailable"]).ShouldBe(("rolling", 1L));
    }

    [Fact]
    public void Fly_reaches_the_same_image_in_the_same_way_as_with_one_machine()
    {
        var alone = Toml("fly.toml");
        foreach (var key in new[] { "app", "primary_region", "kill_signal", "kill_timeout" })
            Fly[key].ShouldBe(alone[key], key);
        foreach (var key in new[] { "internal_port", "force_https" })
            Http[key].ShouldBe(((TomlTable)alone["http_service"])[key], key);
        ((TomlTable)Fly["build"])["build-target"].ShouldBe(Dockerfile.Ours.Final.Name);
    }

    [Fact]
    public void Requests_go_to_whoever_lives_and_are_answered_though_the_database_is_away()
    {
        ((TomlTableArray)Http["checks"]).Single()["path"].ShouldBe(Health.Live);
        Config("proxy").ShouldContain($"health_uri {Health.Live}\n");
    }

    [Fact]
    public void The_proxy_knows_every_instance()
    {
        Instances.Count.ShouldBe(2);
        Config("proxy")
            .ShouldContain($"reverse_proxy {string.Join(' ', Instances.Select(row => $"{row.Data}:{Port}"))} {{");
        ShouldBeAlone(Service("proxy")["ports"], $"127.0.0.1:{Port}:{Port}");
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Each_instance_has_what_the_app_alone_has_but_no_data(string name)
    {
        var (instance, alone) = (Service(name), Service("app"));
        foreach (
            var key in new[]
            {
                "image",
                "build",
                "env_file",
                "stop_grace_period",
                "read_only",
                "tmpfs",
                "cap_drop",
                "security_opt",
            }
        )
            instance[key].ShouldBeEquivalentTo(alone[key], key);
        instance.ShouldNotContainKey("volumes");
        instance.ShouldNotContainKey("ports");
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Each_instance_finds_the_database(string name)
    {
        var (its, theirs) = (In(Service(name), "environment"), In(Service("database"), "environment"));
        its["Storage__Provider"].ShouldBe(nameof(StorageSettings.Postgres));
        var connection = new NpgsqlConnectionStringBuilder((string)its["ConnectionStrings__Postgres"]);
        connection.Host.ShouldBe("database");
        (connection.Database, connection.Username, connection.Password).ShouldBe(
            ((string)theirs["POSTGRES_DB"], (string)theirs["POSTGRES_USER"], (string)theirs["POSTGRES_PASSWORD"])
        );
    }

    [Fact]
    public void The_password_is_in_no_file()
    {
        In(Service("database"), "environment")["POSTGRES_PASSWORD"].ShouldBe("${POSTGRES_PASSWORD:-}");
        Service("database").ShouldNotContainKey("ports");
    }

    [Fact]
    public void Logs_are_turned_over_and_fill_no_disk()
    {
        foreach (var name in Services.Except(["playground"]))
            In(Service(name), "logging")["driver"].ShouldBe("local", name);
    }

    [Fact]
    public void They_start_only_when_asked()
    {
        foreach (var name in Services.Except(["app", "playground"]))
            ShouldBeAlone(Service(name)["profiles"], "postgres");
    }
}
