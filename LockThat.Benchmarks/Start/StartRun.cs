namespace LockThat.Benchmarks.Start;

/// <summary>Start to first acknowledgement beside an app that does nothing, in turn; then memory while the app
/// works.</summary>
internal static class StartRun
{
    public static async Task<int> Run(StartOptions options)
    {
        using var folder = new ThrowAwayFolder();
        var starters = Starters(options, folder);
        // The first time is to read everything from the disk once.
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var (index, starter) in starters.Index())
                await starter.Start(folder.In($"{round}-{index}"), counts: round > 0);
            await Console.Error.WriteLineAsync($"round {round} of {options.Rounds}");
        }

        var table = new Table("what", "median, ms", "least, ms", "most, ms", "of the empty one", "resident then, MB");
        foreach (var starter in starters)
            table.Add([starter.Name, .. starter.Cells(starters[0])]);
        table.Print();
        await table.Save(options.JsonFile);
        if (options.Resources > 0)
            await UnderLoad.Print(starters[1].Program, folder.In("load"), options);
        return 0;
    }

    private static List<Starter> Starters(StartOptions options, ThrowAwayFolder folder) =>
        [
            new("an empty ASP.NET app", Publication.Empty(folder.In("empty")), IsEmpty: true),
            options.App is { } app
                ? new("LockThat", Path.GetFullPath(app), IsEmpty: false)
                : new("LockThat, as in the image", Publication.App(folder.In("image")), IsEmpty: false),
        ];
}
