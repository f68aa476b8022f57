namespace LockThat.Benchmarks.Soak;

/// <summary>A long time of everything at once: what grows, or grows slow, shows.</summary>
internal static class SoakRun
{
    private const int Rows = 20;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(SoakOptions options)
    {
        await using var slack = await Server.Start("strict slack", 0);
        await using var app = await Server.Start("app", 1_000, slack.Address);
        var traffic = new Traffic(slack.Address);
        await Open(app);
        var callers = Enumerable.Range(0, options.Callers).Select(number => new Caller(app, traffic, number)).ToList();
        var samples = new List<Sample>();
        var window = options.Length / (2 * Rows) < LongestWindow ? options.Length / (2 * Rows) : LongestWindow;
        for (var at = window; at <= options.Length; at += window)
        {
            var measured = await Burst.Run(callers.Count, number => callers[number].Ask, window, options.Every);
            samples.Add(await Look(app, at, measured, callers.Sum(caller => caller.Errors)));
        }

        callers.ForEach(caller => caller.Dispose());
        var course = Course(samples);
        course.Print();
        Verdict(samples).Print();
        await course.Save(options.JsonFile);
        return samples[^1].Errors == 0 ? 0 : 1;
    }

    private static async Task Open(Server app)
    {
        using var connection = await Connection.To(app.Address);
        foreach (var post in Traffic.Opening(new Random(1)))
            await connection.Post(post.Path, post.ContentType, post.Body);
    }

    private static async Task<Sample> Look(Server app, TimeSpan at, Measured measured, int errors)
    {
        var file = Path.Combine(app.Folder, "data", "lockthat.db");
        var resident = app.WorkingSet;
        // Living memory shows only without garbage, of which the oldest lies for minutes.
        var vitals = await app.Vitals(collects: true);
        return new(
            at,
            measured,
            errors,
            resident,
            vitals,
            app.Handles,
            app.Threads,
            new FileInfo(file).Length,
            new FileInfo($"{file}-log").Length
        );
    }

    private static Table Course(List<Sample> samples)
    {
        var table = new Table([
            "at",
            "requests/s",
            "errors",
            "ends",
            "messages delivered",
            .. Sample.Measures.Select(measure => measure.Name),
        ]);
        var each = Math.Max(1, samples.Count / Rows);
        foreach (var (_, sample) in samples.Index().Where(one => (one.Index + 1) % each == 0))
            table.Add([
                $"{sample.At:mm\\:ss}",
                Math.Round(sample.Traffic.PerSecond),
                sample.Errors,
                sample.Vitals.Ended.Count,
                sample.Vitals.Delivered.Count,
                .. Sample.Measures.Select(measure => (object)measure.Of(sample)),
            ]);
        return table;
    }

    private static Table Verdict(List<Sample> samples)
    {
        var table = new Table("what", "mean of the second half", "growth over it", "");
        foreach (var (name, play, of) in Sample.Measures)
        {
            var slope = Slope.Of([.. samples.Select(of)]);
            table.Add(name, slope.Mean, slope.Growth, slope.IsFlat(play) ? "flat" : "**grows**");
        }

        return table;
    }
}
