namespace LockThat.Playground.Ui;

/// <summary>The page of the workspace. The <see cref="Engine"/> is there to be injected.</summary>
public static class PlaygroundUi
{
    public static void Add(WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void Map(WebApplication app) => app.MapGet("/", () => Team.Name);
}
