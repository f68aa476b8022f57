using LockThat.App.Slack.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LockThat.App.Web.OpenApi;

/// <summary>The description that all routes share.</summary>
internal sealed class DescribedDocument(SiteInfo site) : IOpenApiDocumentTransformer
{
    public const string Signature = "slackSignature";
    public const string Timestamp = "slackTimestamp";

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "LockThat",
            Version = site.Version,
            Description =
                "Every route of the app. People use LockThat in Slack; what Slack posts here is signed, and nobody else can post it.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        // The address that the document was asked for, unless the operator has set one.
        document.Servers = [new() { Url = site.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "/" }];
        document.Tags = new HashSet<OpenApiTag>(
            RouteTable.Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
        );
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Signature] = Header(
                SlackSignature.SignatureHeader,
                "v0= and the HMAC-SHA256, in hexadecimal, of v0:TIMESTAMP:BODY under the app's signing secret."
            ),
            [Timestamp] = Header(
                SlackSignature.TimestampHeader,
                "Seconds since 1970, at most five minutes early or late."
            ),
        };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Header(string name, string description) =>
        new()
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = name,
            Description = description,
        };
}
