using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace LockThat.App.Web;

/// <summary>The style sheet and the pictures. They are in the assembly, so that they do not depend on the content
/// root.</summary>
internal static class Assets
{
    private const string Folder = "/assets";
    private const string ForAYear = "public, max-age=31536000, immutable";

    private static readonly EmbeddedFileProvider Files = new(
        typeof(Assets).Assembly,
        $"{typeof(Assets).Namespace}.Assets"
    );

    // Computed for the first page that is shown, so that the start is not slower.
    private static readonly Lazy<FrozenDictionary<string, string>> Addresses = new(() =>
        Files
            .GetDirectoryContents("")
            .ToFrozenDictionary(file => file.Name, file => $"{Folder}/{file.Name}?v={Fingerprint(file)}")
    );

    /// <summary>An address that changes with the content, so that a browser may keep what it got.</summary>
    public static string Address(string name) => Addresses.Value[name];

    public static void Use(IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Folder,
                FileProvider = Files,
                OnPrepareResponse = Prepare,
            }
        );

    private static void Prepare(StaticFileResponseContext served)
    {
        var (request, response) = (served.Context.Request, served.Context.Response);
        response.Headers.CacheControl =
            Addresses.Value.GetValueOrDefault(served.File.Name) == $"{request.Path}{request.QueryString}"
                ? ForAYear
                : "no-cache";
    }

    private static string Fingerprint(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..10];
    }
}
