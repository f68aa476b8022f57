namespace LockThat.Playground.Ui;

/// <summary>The page of the workspace. The services hold the <see cref="Workspace"/> and the <see cref="Engine"/>.</summary>
public static class PlaygroundUi
{
    public static void Add(IServiceCollection services)
    {
        _ = services;
    }

    public static void Map(WebApplication app) => app.MapGet("/", () => Team.Name);
}
