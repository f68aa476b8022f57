using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace LockThat.Playground.Ui;

/// <summary>The page of the workspace. Its components are injected with the workspace and its sign-in.</summary>
public static class PlaygroundUi
{
    public static void Add(IServiceCollection services)
    {
        // Nothing outlives the process: a page whose server is gone reloads.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        // A browser that still has the cookie of the process before this one is no news.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        services.AddRazorComponents().AddInteractiveServerComponents();
        DropStoredKeys(services);
    }

    public static void Map(WebApplication app)
    {
        // Named by this assembly, not by the process's, so that a test's process finds them too.
        var manifest = Path.Combine(
            AppContext.BaseDirectory,
            typeof(PlaygroundUi).Assembly.GetName().Name + ".staticwebassets"
        );
        if (File.Exists(manifest + ".runtime.json"))
            StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, ManifestAt(manifest + ".runtime.json"));
        app.UseAntiforgery();
        app.MapStaticAssets(manifest + ".endpoints.json");
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithStaticAssets(manifest + ".endpoints.json");
    }

    // Razor components bring keys that are kept at home, and read or made at each start. Nothing here is protected by
    // them.
    private static void DropStoredKeys(IServiceCollection services)
    {
        foreach (var start in services.Where(IsStartOfKeys).ToArray())
            services.Remove(start);

        static bool IsStartOfKeys(ServiceDescriptor service) =>
            service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(EphemeralDataProtectionProvider).Assembly;
    }

    private static IConfigurationRoot ManifestAt(string path) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(WebHostDefaults.StaticWebAssetsKey, path)]).Build();
}
