using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LockThat.App.Web.OpenApi;

/// <summary>Adds the words of <see cref="RouteTable"/> to each route. A route that is missing there stays without
/// words, and a test finds it.</summary>
internal sealed class DescribedOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (RouteTable.Routes.TryGetValue($"/{context.Description.RelativePath}", out var route))
            Describe(operation, route, context.Document, HttpMethods.IsHead(context.Description.HttpMethod ?? ""));
        return Task.CompletedTask;
    }

    private static void Describe(
        OpenApiOperation operation,
        DescribedRoute route,
        OpenApiDocument? document,
        bool isHead
    )
    {
        operation.OperationId = isHead ? $"{route.Id}Head" : route.Id;
        operation.Summary = isHead ? $"{route.Summary} (headers alone)" : route.Summary;
        operation.Description = route.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(route.Tag, document) };
        operation.RequestBody = route.Takes is { } body
            ? new OpenApiRequestBody
            {
                Required = true,
                Content = Of(body),
                Description = body.Means,
            }
            : null;
        operation.Parameters =
        [
            .. route.Query.Select(parameter => new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Means,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }),
        ];
        operation.Responses = [];
        foreach (var answer in route.Answers)
            operation.Responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = ResponseOf(answer, isHead);
        if (route.IsSigned)
            operation.Security =
            [
                new()
                {
                    [new(DescribedDocument.Signature, document)] = [],
                    [new(DescribedDocument.Timestamp, document)] = [],
                },
            ];
    }

    private static OpenApiResponse ResponseOf(DescribedAnswer answer, bool isHead) =>
        new()
        {
            Description = answer.Means,
            Content = answer.Body is { } body && !isHead ? Of(body) : null,
            Headers =
                answer.Headers.Count == 0
                    ? null
                    : answer.Headers.ToDictionary(
                        header => header.Name,
                        header =>
                            (IOpenApiHeader)
                                new OpenApiHeader
                                {
                                    Description = header.Means,
                                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                                }
                    ),
        };

    private static Dictionary<string, OpenApiMediaType> Of(DescribedBody body) =>
        new() { [body.ContentType] = new() { Schema = body.Schema } };
}
