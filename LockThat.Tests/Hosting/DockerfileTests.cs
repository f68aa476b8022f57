using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Hosting;

public sealed class DockerfileTests
{
    public static TheoryData<string> Stages => [.. Dockerfile.Ours.Stages.Select(stage => stage.Name)];

    private static Stage Final => Dockerfile.Ours.Final;

    [Theory]
    [MemberData(nameof(Stages))]
    public void Whatever_is_copied_exists(string stage)
    {
        foreach (var copy in Dockerfile.Ours.Named(stage).All("COPY").Where(copy => copy.Flag("from") is null))
        foreach (var source in copy.Words.SkipLast(1))
            Path.Exists(Path.Combine(Sources.Root, source)).ShouldBeTrue(source);
    }

    [Fact]
    public void What_is_copied_between_stages_was_made_there()
    {
        foreach (
            var copy in Dockerfile
                .Ours.Stages.SelectMany(stage => stage.All("COPY"))
                .Where(copy => copy.Flag("from") is not null)
        )
            Dockerfile
                .Ours.Named(copy.Flag("from") ?? "")
                .All("RUN")
                .Select(run => run.Text)
                .Any(run => run.EndsWith(' ' + copy.Words[0]["/source/".Length..], StringComparison.Ordinal))
                .ShouldBeTrue(copy.Text);
    }

    [Fact]
    public void Whatever_is_copied_passes_the_ignore_file()
    {
        var ignore = File.ReadAllLines(Path.Combine(Sources.Root, ".dockerignore"));
        ignore.First(line => !line.StartsWith('#')).ShouldBe("*");
        foreach (
            var source in Dockerfile
                .Ours.Stages.SelectMany(stage => stage.All("COPY"))
                .Where(copy => copy.Flag("from") is null)
                .SelectMany(copy => copy.Words.SkipLast(1))
        )
            Array
                .Exists(
                    ignore,
                    line =>
                        line.StartsWith('!')
                        && (source == line[1..] || source.StartsWith(line[1..] + "/", StringComparison.Ordinal))
                )
                .ShouldBeTrue(source);
    }

    [Fact]
    public void Every_file_that_a_project_builds_from_is_copied()
    {
        var copied = Dockerfile.Ours.Named("build").All("COPY").SelectMany(copy => copy.Words.SkipLast(1)).ToList();
        string[] needed =
        [
            "global.json",
            "Directory.Build.props",
            "Directory.Packages.props",
            "BannedSymbols.txt",
            ".editorconfig",
            "LockThat.App",
            "LockThat.Blocks",
            "docs/images",
        ];
        copied.ShouldBeSubsetOf([.. needed, .. copied.Where(path => path.Contains('/', StringComparison.Ordinal))]);
        needed.ShouldBeSubsetOf(copied);
    }

    [Fact]
    public void Packages_are_those_of_the_lock_files() =>
        Dockerfile
            .Ours.Stages.SelectMany(stage => stage.All("RUN"))
            .Select(run => run.Text)
            .Where(text => text.StartsWith("dotnet restore ", StringComparison.Ordinal))
            .ShouldAllBe(text => text.EndsWith(" --locked-mode", StringComparison.Ordinal));

    [Theory]
    [InlineData("app", "/runtime-deps:10.0-")]
    [InlineData("playground", "/aspnet:10.0-")]
    public void What_runs_has_no_shell_no_SDK_and_no_root(string stage, string from)
    {
        var image = Dockerfile.Ours.Named(stage);
        image.From.ShouldContain(from);
        image.From.ShouldEndWith("-chiselled-extra");
        image.The("USER").Text.ShouldBe("$APP_UID");
        image.All("RUN").ShouldBeEmpty();
        image
            .Instructions.Index()
            .Single(line => line.Item.Verb == "USER")
            .Index.ShouldBeGreaterThan(image.Instructions.Index().Last(line => line.Item.Verb == "COPY").Index);
    }

    [Fact]
    public void The_app_is_what_is_built_when_nothing_else_is_said() => Final.Name.ShouldBe("app");

    [Fact]
    public void Locks_are_kept_in_the_volume_which_belongs_to_the_user()
    {
        var volume = Final.The("VOLUME").Text;
        Final.Environment.ToDictionary()["Storage__LiteDb__Path"].ShouldBe($"{volume}/lockthat.db");
        Final.All("COPY").Single(copy => copy.Words[^1] == volume).Flag("chown").ShouldBe("$APP_UID:$APP_UID");
    }

    [Fact]
    public void The_port_is_the_one_that_the_app_listens_on() =>
        Final.The("EXPOSE").Text.ShouldBe(Final.Environment.ToDictionary()["ASPNETCORE_HTTP_PORTS"]);

    [Fact]
    public void The_app_s_health_is_asked_of_the_app_itself() =>
        Final.The("HEALTHCHECK").Command.ShouldBe([.. Final.The("ENTRYPOINT").Command, "health"]);

    [Fact]
    public void The_Playground_knows_that_it_is_in_a_container() =>
        Dockerfile.Ours.Named("playground").The("ENTRYPOINT").Command.ShouldContain("--in-container");
}
