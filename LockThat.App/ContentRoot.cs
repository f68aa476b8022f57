namespace LockThat.App;

/// <summary>The folder of <c>appsettings.json</c> and <c>data/</c>, from any current directory.</summary>
internal static class ContentRoot
{
    private static readonly string[] Variables = ["ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT"];

    /// <summary>The current directory if it holds the app's settings, else the app's own; null when a variable names
    /// one.</summary>
    public static string? Unless(IReadOnlyList<string> options)
    {
        var isSaid =
            options.Any(option =>
                option.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase)
            ) || Variables.Any(variable => Environment.GetEnvironmentVariable(variable) is { Length: > 0 });
        var current = Directory.GetCurrentDirectory();
        return isSaid ? null
            : File.Exists(Path.Combine(current, "appsettings.json")) ? current
            : AppContext.BaseDirectory;
    }
}
