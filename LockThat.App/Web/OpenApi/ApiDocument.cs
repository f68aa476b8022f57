using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LockThat.App.Web.OpenApi;

/// <summary>The OpenAPI document. It is made at the first request, because the routes do not change while the app
/// runs.</summary>
internal sealed class ApiDocument
{
    public const string Name = "v1";

    private readonly Lazy<Task<OpenApiDocument>> _model;
    private readonly Lazy<Task<Content>> _json;

    public ApiDocument(IServiceProvider services)
    {
        // The generator is slow to start, and most runs never need it.
        _model = new(() =>
            services
                .GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)
                .GetOpenApiDocumentAsync(CancellationToken.None)
        );
        _json = new(async () =>
            new(
                Encoding.UTF8.GetBytes(
                    await (await Model).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None)
                ),
                Content.Json
            )
        );
    }

    public Task<OpenApiDocument> Model => _model.Value;

    public Task<Content> Json => _json.Value;
}
