using System.Reflection;
using LockThat.App.Web.Pages;

namespace LockThat.App.Web.OpenApi;

/// <summary>The description of every route, for programs and for people.</summary>
internal static class ApiRoutes
{
    public const string Document = "/openapi/v1.json";
    public const string Page = "/openapi";

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi(
            ApiDocument.Name,
            options =>
            {
                options.AddOperationTransformer<DescribedOperation>();
                options.AddDocumentTransformer<DescribedDocument>();
            }
        );
        services.AddSingleton<ApiDocument>();
        return services;
    }

    /// <summary>Adds the descriptions to routes. The generator sees only routes that carry their method, which a plain
    /// RequestDelegate does not.</summary>
    public static IEndpointRouteBuilder Described(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } serves && !endpoint.Metadata.OfType<MethodInfo>().Any())
                endpoint.Metadata.Add(serves.Method);
        });
        return group;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var document = routes.ServiceProvider.GetRequiredService<ApiDocument>();
        var renderer = routes.ServiceProvider.GetRequiredService<PageRenderer>();
        var page = new Lazy<Task<Content>>(async () =>
            await renderer.Render<ApiPage>((nameof(ApiPage.Document), await document.Model))
        );
        routes.MapMethods(Document, Site.Reading, async http => await (await document.Json).Send(http));
        routes.MapMethods(Page, Site.Reading, async http => await (await page.Value).Send(http));
    }
}
