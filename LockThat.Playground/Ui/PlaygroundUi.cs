using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace LockThat.Playground.Ui;

/// <summary>The page of the workspace. The <see cref="Engine"/> is there to be injected.</summary>
public static class PlaygroundUi
{
    public static void Add(IServiceCollection services)
    {
        // Nothing outlives the process: a page whose server is gone reloads.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        // A browser that still has the cookie of the process before this one is no news.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        services.AddRazorComponents().AddInteractiveServerComponents();
    }

    public static void Map(WebApplication app)
    {
        // Named by this assembly, not by the process's, so that a test's process finds them too.
        var manifest = Path.Combine(AppContext.BaseDirectory, typeof(PlaygroundUi).Assembly.GetName().Name + ".staticwebassets");
        if (File.Exists(manifest + ".runtime.json"))
            StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, ManifestAt(manifest + ".runtime.json"));
        app.UseAntiforgery();
        app.MapStaticAssets(manifest + ".endpoints.json");
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithStaticAssets(manifest + ".endpoints.json");
    }

    private static IConfigurationRoot ManifestAt(string path) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(WebHostDefaults.StaticWebAssetsKey, path)]).Build();
}
