using LockThat.Benchmarks.Postgres;

namespace LockThat.Benchmarks.Ends;

/// <summary>Many locks that end in the same moment: whether each is free then, how soon that is stored and told, and
/// how long other callers wait.</summary>
internal static class EndsRun
{
    public static async Task<int> Run(EndsOptions options)
    {
        await using var slack = await Server.Start("strict slack", 0);
        await using var postgres = await PostgresServer.Find(options.Postgres);
        var table = new Table(
            "store",
            "round",
            "ends",
            "free at the moment",
            "free in the end",
            "last end stored, s",
            "last message delivered, s",
            "p99 before, ms",
            "p50 from then on, ms",
            "p99 from then on, ms",
            "longest, ms"
        );
        for (var round = 1; round <= options.Rounds; round++)
        {
            table.Add(["LiteDB", round, .. (await EndsRound.Measure(options, slack.Address, "")).Cells]);
            if (postgres is not null)
            {
                await using var database = await postgres.Create();
                table.Add([
                    "PostgreSQL",
                    round,
                    .. (await EndsRound.Measure(options, slack.Address, database.Connection)).Cells,
                ]);
            }

            await Console.Error.WriteLineAsync($"round {round} of {options.Rounds}");
        }

        table.Print();
        await table.Save(options.JsonFile);
        return 0;
    }
}
