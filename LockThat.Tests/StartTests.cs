using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;
using LockThat.App.Settings;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Installs;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests;

/// <summary>The app as an operator starts it: a process of its own.</summary>
public sealed partial class StartTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task With_nothing_set_it_names_each_missing_setting_and_the_Playground()
    {
        var (exit, output, error) = await Run([]);
        exit.ShouldBe(1);
        foreach (
            var named in new[] { "Slack:SigningSecret", "Slack:BotToken", "dotnet run --project LockThat.Playground" }
        )
            error.ShouldContain(named);
        error.ShouldNotContain("   at ");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_says_the_same_in_lines()
    {
        var (exit, output, error) = await Run(["check"]);
        (exit, error).ShouldBe((1, ""));
        output.ShouldStartWith("settings: wrong. Slack:SigningSecret is missing");
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("Backup")]
    public async Task A_word_that_is_no_command_does_not_start_it(string word)
    {
        var (exit, output, error) = await Run([word]);
        (exit, output).ShouldBe((1, ""));
        error.ShouldEndWith("Without one LockThat serves." + Environment.NewLine);
    }

    [Fact]
    public async Task A_store_is_copied_and_put_back_with_nothing_else_set()
    {
        var data = Directory.CreateTempSubdirectory("lockthat-");
        var (store, copy) = (Path.Combine(data.FullName, "lockthat.db"), Path.Combine(data.FullName, "copy.db"));
        LockThat
            .App.Storage.LiteDb.Upgrades.Schema.Open(store, LockThat.App.Storage.LiteDb.Pages.PageFile.OpenExclusively)
            .Dispose();

        var backup = await Run(["backup", copy], ("Storage__LiteDb__Path", store));
        var twice = await Run(["backup", copy], ("Storage__LiteDb__Path", store));
        var restore = await Run(["RESTORE", copy, "--Storage:LiteDb:Path", store], ("LC_ALL", "ar_SA.UTF-8"));
        data.Delete(recursive: true);

        (backup.Exit, backup.Error, restore.Exit, restore.Error).ShouldBe((0, "", 0, ""));
        backup.Output.ShouldStartWith($"Backed up {store} to {copy}: 0 resources");
        restore.Output.ShouldStartWith($"Restored {copy} to {store}: 0 resources");
        restore.Output.ShouldContain($"{store}-before-restore-20");
        (twice.Exit, twice.Output).ShouldBe((1, ""));
    }

    [Fact]
    public async Task A_store_is_moved_and_no_password_is_said()
    {
        using var folder = new StoreFolder();
        folder.Open().Dispose();
        var to = folder.Data + "-moved";

        var moved = await Run(["migrate", "--from", folder.Data, "--to", to]);
        var refused = await Run(["migrate", "--to=Host=127.0.0.1;Port=1;Password=hunter2", "--from", folder.Data]);

        (moved.Exit, moved.Error, refused.Exit).ShouldBe((0, "", 1));
        moved.Output.ShouldContain($"Copied {folder.Data} to {to}: 0 resources");
        (refused.Error + refused.Output).ShouldNotContain("hunter2");
        refused.Error.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_migration_that_is_told_to_stop_puts_away_what_it_had_begun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals");
        using var folder = new StoreFolder();
        folder.Open().Dispose();
        var scratch = Directory.CreateDirectory(folder.Data + "-scratch");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var process = Started(
            [
                "migrate",
                "--from",
                folder.Data,
                "--to",
                $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Timeout=300",
            ],
            ("TMPDIR", scratch.FullName)
        );
        using var asked = await silent
            .AcceptTcpClientAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        var copy = scratch.GetDirectories("lockthat-*").ShouldHaveSingleItem();
        (copy.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)).ShouldBe(
            UnixFileMode.None,
            "nobody else reads it"
        );

        Process.Start("kill", ["-TERM", $"{process.Id}"]).Dispose();
        var (exit, output, error) = await Ended(process);

        (exit, output).ShouldBe((1, ""));
        error.ShouldStartWith("Stopped. ");
        error.Trim().ShouldNotContain('\n');
        scratch.GetDirectories("lockthat-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_worlds_scripts_it_does_not_start()
    {
        var (exit, _, error) = await Run([], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        exit.ShouldBe(1);
        error.ShouldStartWith("LockThat cannot start in globalization-invariant mode");
    }

    [Fact]
    public async Task Tokens_are_not_forgotten_by_an_app_that_cannot_be_built()
    {
        var (exit, output, error) = await Run(
            ["forget-tokens"],
            ("Slack__SigningSecret", "s"),
            ("Slack__BotToken", "xoxb-x"),
            ("Logging__LogLevel__Default", "Loud")
        );
        (exit, output, error.Trim()).ShouldBe((1, "", "Configuration value 'Loud' is not supported."));
    }

    [Fact]
    public async Task The_log_has_the_same_calendar_everywhere()
    {
        using var folder = new StoreFolder();
        using var process = Started(
            ["--urls", "http://127.0.0.1:0", "--Storage:LiteDb:Path", folder.Data],
            ("Slack__SigningSecret", "s"),
            ("Slack__BotToken", "xoxb-x"),
            ("LC_ALL", "th_TH.UTF-8")
        );
        var logged = await process
            .StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var year = TimeProvider.System.GetUtcNow().Year;
        logged.ShouldNotBeNull().ShouldContain(FormattableString.Invariant($"\"Timestamp\":\"{year}-"));
    }

    [Fact]
    public async Task A_restore_wants_to_know_which_store()
    {
        var (exit, output, error) = await Run(["restore", "/tmp/any.db"]);
        (exit, output).ShouldBe((1, ""));
        error.ShouldStartWith("Which store?");
    }

    [Fact]
    public async Task A_key_that_does_not_open_the_stored_tokens_is_said_in_one_line()
    {
        using var folder = new StoreFolder();
        var store = new LiteDbStore(folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        var (cancel, acme) = (TestContext.Current.CancellationToken, new InstallKey("T0ACME001"));
        await store.Open(cancel);
        await store.Change(
            acme,
            (_, _) => new(acme) { Token = new BotToken("xoxb-1").Seal(new([new byte[32]]), acme) },
            cancel
        );
        await store.Close(cancel);

        var (exit, _, error) = await Run(
            ["--urls", "http://127.0.0.1:0", "--Storage:LiteDb:Path", folder.Data],
            ("Slack__SigningSecret", "s"),
            ("Slack__ClientId", "1"),
            ("Slack__ClientSecret", "2"),
            ("PublicUrl", "https://locks.example.com"),
            ("Tokens__EncryptionKey", Convert.ToBase64String(HostedApp.NewKey))
        );

        exit.ShouldBe(1);
        error.ShouldStartWith(
            "LockThat cannot start: Tokens:EncryptionKey opens the stored tokens of T0ACME001 with none of its keys."
        );
        error.Trim().ShouldNotContain('\n');

        (string, string)[] app =
        [
            ("Slack__SigningSecret", "s"),
            ("Slack__ClientId", "1"),
            ("Slack__ClientSecret", "2"),
            ("PublicUrl", "https://locks.example.com"),
            ("Tokens__EncryptionKey", Convert.ToBase64String(HostedApp.NewKey)),
            ("Storage__LiteDb__Path", folder.Data),
        ];
        (await Run(["forget-tokens"], app)).Output.ShouldStartWith("Forgotten: the tokens of T0ACME001.");
        (await Run(["forget-tokens"], app)).Output.ShouldStartWith("Nothing was forgotten");
    }

    private static async Task<(int Exit, string Output, string Error)> Run(
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        using var process = Started(arguments, environment);
        return await Ended(process);
    }

    private static Process Started(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LockThatSettings).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (
            var inherited in start
                .Environment.Keys.Where(name => name.StartsWith("Slack", StringComparison.OrdinalIgnoreCase))
                .ToArray()
        )
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    private static async Task<(int Exit, string Output, string Error)> Ended(Process process)
    {
        using var giveUp = new CancellationTokenSource(Generous, TimeProvider.System);
        var output = process.StandardOutput.ReadToEndAsync(giveUp.Token);
        var error = process.StandardError.ReadToEndAsync(giveUp.Token);
        try
        {
            await process.WaitForExitAsync(giveUp.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
