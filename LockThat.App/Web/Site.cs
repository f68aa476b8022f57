using LockThat.App.Settings;
using LockThat.App.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace LockThat.App.Web;

/// <summary>The pages that anybody may read: the start page, the privacy page and the terms.</summary>
internal static class Site
{
    public const string Landing = "/";
    public const string Privacy = "/privacy";
    public const string Terms = "/terms";

    /// <summary>The HTTP methods that read.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton(provider => SiteInfo.Of(provider.GetRequiredService<LockThatSettings>()));
        services.AddSingleton<PageRenderer>();
        return services;
    }

    /// <summary>The middleware of all pages; Slack's posts go straight to their routes. It must come before the
    /// routes.</summary>
    public static void Use(WebApplication app) =>
        app.UseWhen(
            http => IsReading(http.Request.Method),
            reading =>
            {
                var services = app.Services;
                SecurityHeaders.Use(reading, services.GetRequiredService<SiteInfo>());
                var notFound = Once<NotFoundPage>(services);
                reading.Use((http, next) => Missing.Answer(http, next, notFound));
                Assets.Use(reading);
            }
        );

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapPage<LandingPage>(routes, Landing);
        MapPage<PrivacyPage>(routes, Privacy);
        MapPage<TermsPage>(routes, Terms);
    }

    /// <summary>A page that is the same for everybody as long as the process runs.</summary>
    private static void MapPage<TPage>(IEndpointRouteBuilder routes, string path)
        where TPage : IComponent
    {
        var page = Once<TPage>(routes.ServiceProvider);
        routes.MapMethods(path, Reading, async http => await (await page.Value).Send(http));
    }

    private static Lazy<Task<Content>> Once<TPage>(IServiceProvider services)
        where TPage : IComponent => new(() => services.GetRequiredService<PageRenderer>().Render<TPage>());
}
