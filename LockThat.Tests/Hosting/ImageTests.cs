using System.Reflection.PortableExecutable;
using System.Runtime.Versioning;

namespace LockThat.Tests.Hosting;

/// <summary>The app that the Dockerfile publishes, run as the Dockerfile runs it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ImageTests(Image image) : IClassFixture<Image>, IDisposable
{
    private readonly DirectoryInfo _data = Volume();

    [Fact]
    public async Task It_runs_as_nobody_from_what_nobody_can_write_to()
    {
        await image.Built();
        var before = Contents();
        await using (var container = await Container.Run(image, _data.FullName))
        {
            container.User.ShouldBe(Environment.IsPrivilegedProcess ? "65534" : container.User);
            (await container.Answers("lock test-site 2 h demo")).ShouldContain("Locked.");
            (await container.Page("/")).ShouldContain("Is anyone using the test site?");
        }

        Contents().ShouldBe(before);
    }

    [Fact]
    public async Task It_takes_slash_commands()
    {
        await using var container = await Container.Run(image, _data.FullName);
        (await container.Answers("lock test-site 2 h demo")).ShouldSatisfyAllConditions(
            said => said.ShouldContain("test-site"),
            said => said.ShouldContain("for 2 hours"),
            said => said.ShouldContain("demo")
        );
        (await container.Answers("list")).ShouldContain("test-site");
        (await container.Answers("extend test-site 1h")).ShouldContain("test-site");
        (await container.Answers("lock café for -5 m")).ShouldNotContain("Locked.");
        (await container.Answers("unlock test-site")).ShouldContain("free");
        (await container.Answers("help")).ShouldContain("honour system");
    }

    [Fact]
    public async Task Its_health_check_tells_whether_it_is_ready()
    {
        await using var container = await Container.Run(image, _data.FullName);
        (await container.HealthCheck()).ShouldBe(0);
        await container.Stop();
        (await container.HealthCheck()).ShouldBe(1);
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_closes_its_file_and_comes_back_with_everything()
    {
        await using (var container = await Container.Run(image, _data.FullName))
        {
            await container.Answers("lock test-site 2 h demo");
            (await container.Stop()).ShouldBe(0);
        }

        _data.EnumerateFiles("*-log").Sum(log => log.Length).ShouldBe(0, "the store's log");
        await using var again = await Container.Run(image, _data.FullName);
        (await again.Answers("mine")).ShouldContain("test-site");
    }

    [Fact]
    public async Task It_holds_the_app_and_nothing_of_the_Playground()
    {
        await image.Built();
        var files = Contents();
        files.ShouldContain("LockThat.App.dll");
        files.ShouldNotContain(name => name.Contains("Playground", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LockThat.App.dll")]
    [InlineData("LockThat.Blocks.dll")]
    [InlineData("LiteDB.dll")]
    [InlineData("Quartz.dll")]
    [InlineData("System.Private.CoreLib.dll")]
    public async Task It_is_compiled_ahead_in_one_piece_with_NET(string assembly)
    {
        await image.Built();
        using var file = new PEReader(File.OpenRead(Path.Combine(image.App, assembly)));
        var ahead = file.PEHeaders.CorHeader.ShouldNotBeNull().ManagedNativeHeaderDirectory;
        ahead.Size.ShouldBeGreaterThan(0);
        // Its header says that the code is elsewhere: READYTORUN_FLAG_COMPONENT.
        (file.GetSectionData(ahead.RelativeVirtualAddress).GetReader().ReadBytes(12)[8] & 0x20).ShouldNotBe(0);
        Contents().ShouldContain("LockThat.App.r2r.dll");
    }

    public void Dispose() => _data.Delete(recursive: true);

    private string[] Contents() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(image.App, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(image.App, path))
                .Order(StringComparer.Ordinal),
        ];

    private static DirectoryInfo Volume()
    {
        var folder = Directory.CreateTempSubdirectory("lockthat-volume-");
        const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;
        File.SetUnixFileMode(folder.FullName, Everybody);
        return folder;
    }
}
