using LockThat.App;
using LockThat.App.Web;
using LockThat.Tests.House;
using Tomlyn.Model;
using static LockThat.Tests.Hosting.Deployed;

namespace LockThat.Tests.Hosting;

/// <summary>fly.toml and compose.yaml say what the app and its image say.</summary>
public sealed class DeploymentTests
{
    private static readonly TomlTable Fly = Toml("fly.toml");

    private static TomlTable Http => (TomlTable)Fly["http_service"];

    [Fact]
    public void Fly_reaches_the_port_by_https_alone()
    {
        Http["internal_port"].ShouldBe(Port);
        Http["force_https"].ShouldBe(true);
    }

    [Fact]
    public void Fly_never_stops_it_by_itself()
    {
        Http["auto_stop_machines"].ShouldBe("off");
        Http["min_machines_running"].ShouldBe(1);
    }

    [Fact]
    public void Fly_asks_whether_it_is_ready_and_waits_for_its_start()
    {
        var check = ((TomlTableArray)Http["checks"]).Single();
        (check["method"], check["path"]).ShouldBe(("GET", Health.Ready));
        Seconds(check["grace_period"]).ShouldBeGreaterThan(Seconds(check["timeout"]));
    }

    [Fact]
    public void Fly_keeps_the_locks_on_its_volume() =>
        ((TomlTable)Fly["mounts"])["destination"].ShouldBe(Dockerfile.Ours.Final.The("VOLUME").Text);

    [Fact]
    public void Fly_builds_the_image_of_the_app()
    {
        var build = (TomlTable)Fly["build"];
        File.Exists(Path.Combine(Sources.Root, (string)build["dockerfile"])).ShouldBeTrue();
        build["build-target"].ShouldBe(Dockerfile.Ours.Final.Name);
    }

    [Fact]
    public void Nobody_kills_it_before_it_has_finished()
    {
        Fly["kill_signal"].ShouldBe("SIGTERM");
        Seconds(Fly["kill_timeout"]).ShouldBeGreaterThan(LockThatApp.ShutdownTimeout.TotalSeconds);
        Seconds(Service("app")["stop_grace_period"]).ShouldBeGreaterThan(LockThatApp.ShutdownTimeout.TotalSeconds);
        Seconds(Unit("TimeoutStopSec")).ShouldBeGreaterThan(LockThatApp.ShutdownTimeout.TotalSeconds);
    }

    [Fact]
    public void The_systemd_unit_starts_what_the_image_starts()
    {
        Unit("ExecStart")
            .ShouldEndWith(
                $"/{Path.GetFileName(Dockerfile.Ours.Final.The("ENTRYPOINT").Command[0])}.dll --urls http://127.0.0.1:{Port}"
            );
        var settings = Unit("EnvironmentFile");
        Read("docs/self-hosting.md")
            .ShouldContain(
                $"sudoedit {settings}   # add Storage__LiteDb__Path=/var/lib/{Unit("StateDirectory")}/lockthat.db"
            );
    }

    [Fact]
    public void Every_setting_that_is_named_there_is_one()
    {
        var known = SettingsTableTests.Keys.Select(key => key.Replace(":", "__", StringComparison.Ordinal)).ToHashSet();
        var named = string.Concat(Read("fly.toml"), Read("docs/hosting/fly.postgres.toml"))
            .Split('\n')
            .Where(line => line.StartsWith("#  ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', ','))
            .Where(word =>
                word.Contains("__", StringComparison.Ordinal) || word.StartsWith("OTEL_", StringComparison.Ordinal)
            )
            .Concat(((TomlTable)Fly["env"]).Keys)
            .Concat(((TomlTable)Toml("docs/hosting/fly.postgres.toml")["env"]).Keys)
            .Concat(
                Read(".env.example")
                    .Split('\n')
                    .Where(line => line.Contains('=', StringComparison.Ordinal))
                    .Select(line => line.TrimStart('#').Split('=')[0])
            )
            .ToList();
        named.Count.ShouldBeGreaterThan(12);
        named.Where(name => !known.Contains(name)).ShouldBe(["POSTGRES_PASSWORD"], "which is compose.yaml's own");
    }

    [Theory]
    [InlineData("app")]
    [InlineData("playground")]
    public void Compose_runs_it_without_any_power(string name)
    {
        var service = Service(name);
        service["read_only"].ShouldBe("true");
        ShouldBeAlone(service["tmpfs"], "/tmp");
        ShouldBeAlone(service["cap_drop"], "ALL");
        ShouldBeAlone(service["security_opt"], "no-new-privileges:true");
        In(service, "build")["target"].ShouldBe(name);
    }

    [Theory]
    [InlineData("app")]
    [InlineData("playground")]
    public void Compose_publishes_the_port_of_the_image_to_this_machine_alone(string name)
    {
        var port = Dockerfile.Ours.Named(name).The("EXPOSE").Text;
        ShouldBeAlone(Service(name)["ports"], $"127.0.0.1:{port}:{port}");
    }

    [Theory]
    [InlineData("app")]
    [InlineData("playground")]
    public void Compose_keeps_what_the_image_keeps(string name) =>
        ((List<object>)Service(name)["volumes"])
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldNotBeNull()
            .Split(':')[1]
            .ShouldBe(Dockerfile.Ours.Named(name).The("VOLUME").Text);

    [Fact]
    public void Compose_starts_the_Playground_only_when_asked()
    {
        ShouldBeAlone(Service("playground")["profiles"], "playground");
        Service("app").ShouldNotContainKey("profiles");
    }

    /// <summary>A line of the systemd unit in the manual.</summary>
    private static string Unit(string key) =>
        Read("docs/self-hosting.md").Split('\n').Single(line => line.StartsWith($"{key}=", StringComparison.Ordinal))[
            (key.Length + 1)..
        ];
}
