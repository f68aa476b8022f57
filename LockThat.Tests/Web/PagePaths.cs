namespace LockThat.Tests.Web;

/// <summary>The pages that anybody may read.</summary>
internal static class PagePaths
{
    public static string[] All { get; } = ["/", "/privacy", "/terms", "/openapi"];
}
