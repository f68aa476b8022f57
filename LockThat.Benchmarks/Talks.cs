namespace LockThat.Benchmarks;

/// <summary>The acts of a caller.</summary>
internal static class Talks
{
    /// <summary>One of these each time.</summary>
    public static Func<Task> Mixed(Connection connection, Scenario[] scenarios, World world, Random random) =>
        async () =>
        {
            var scenario = scenarios[random.Next(scenarios.Length)];
            var (status, _) = await connection.Post(scenario.Path, scenario.ContentType, scenario.Body(world, random));
            if (status != 200)
                throw new InvalidOperationException($"{scenario.Name} was answered with {status}.");
        };
}
