using LockThat.App.Operator;

namespace LockThat.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--urls http://localhost:1")]
    [InlineData("--Slack:BotToken=xoxb-1 Locks:MaxResources=5")]
    [InlineData("/Locks:MaxResources 5")]
    [InlineData("--urls backup")]
    public void With_nothing_but_settings_it_serves(string typed)
    {
        var read = Read(typed);
        read.ShouldBeOfType<CommandLine.Serve>();
        read.Options.ShouldBe(Words(typed));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("CHECK")]
    [InlineData("check --urls http://localhost:1")]
    [InlineData("--urls http://localhost:1 Check")]
    public void Check_is_found_in_any_case_and_place(string typed) => Read(typed).ShouldBeOfType<CommandLine.Check>();

    [Theory]
    [InlineData("backup /data/backup.db", "/data/backup.db")]
    [InlineData("Backup mine.db", "mine.db")]
    [InlineData("--Storage:LiteDb:Path x.db BACKUP ../mine.db", "../mine.db")]
    [InlineData("backup --Storage:LiteDb:Path=x.db /data/backup.db", "/data/backup.db")]
    [InlineData("backup /data/backup.db --Storage:LiteDb:Path x.db", "/data/backup.db")]
    public void A_backup_has_its_file(string typed, string file)
    {
        var read = Read(typed).ShouldBeOfType<CommandLine.Backup>();
        read.File.ShouldBe(file);
        read.Options.ShouldNotContain(file);
    }

    [Fact]
    public void So_has_a_restore() => Read("restore a.db").ShouldBeOfType<CommandLine.Restore>().File.ShouldBe("a.db");

    [Fact]
    public void So_is_health() => Read("Health --urls http://localhost:1").ShouldBeOfType<CommandLine.Health>();

    [Fact]
    public void Tokens_can_be_forgotten() => Read("Forget-Tokens").ShouldBeOfType<CommandLine.ForgetTokens>();

    [Theory]
    [InlineData("migrate --from data/lockthat.db --to Host=db;Password=hunter2")]
    [InlineData("MIGRATE --from=data/lockthat.db --to=Host=db;Password=hunter2")]
    [InlineData("--to Host=db;Password=hunter2 migrate --FROM data/lockthat.db")]
    public void A_migration_has_two_stores_which_are_no_settings(string typed)
    {
        var read = Read(typed + " --urls http://localhost:1").ShouldBeOfType<CommandLine.Migrate>();
        (read.From, read.To).ShouldBe(("data/lockthat.db", "Host=db;Password=hunter2"));
        read.Options.ShouldBe(["--urls", "http://localhost:1"]);
        $"{read}".ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("migrate --from a.db")]
    [InlineData("migrate --to a.db --from")]
    [InlineData("migrate --from a.db --from b.db --to c.db")]
    [InlineData("migrate --from= --to c.db")]
    [InlineData("migrate a.db postgres://ada:hunter2@db")]
    [InlineData("migrate --from a.db Host=db;Password=hunter2")]
    [InlineData("migrate --from a.db --to Host=db Password=hunter2")]
    public void What_is_missing_or_too_much_is_said_and_no_password(string typed)
    {
        var fault = Read(typed).ShouldBeOfType<CommandLine.Misspelt>().Fault;
        fault.ShouldStartWith("migrate ");
        fault.ShouldEndWith(CommandLine.Usage);
        fault.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("bakcup /data/backup.db")]
    [InlineData("serve")]
    [InlineData("--urls http://localhost:1 list")]
    [InlineData("backup")]
    [InlineData("restore --urls x")]
    [InlineData("check twice")]
    [InlineData("backup a.db b.db")]
    public void What_is_no_command_is_not_taken_for_a_start(string typed)
    {
        var fault = Read(typed).ShouldBeOfType<CommandLine.Misspelt>().Fault;
        fault.ShouldEndWith(CommandLine.Usage);
        fault.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public void A_file_without_a_name_is_none(string command) =>
        CommandLine
            .Read([command, ""])
            .ShouldBeOfType<CommandLine.Misspelt>()
            .Fault.ShouldStartWith($"{command} needs a FILE.");

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("/?")]
    [InlineData("Help")]
    public void Who_asks_is_told_what_there_is(string typed) => Read(typed).ShouldBeOfType<CommandLine.Help>();

    private static CommandLine Read(string typed) => CommandLine.Read(Words(typed));

    private static string[] Words(string typed) => typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
