using Microsoft.OpenApi;

namespace LockThat.App.Web.OpenApi;

/// <summary>A route in words.</summary>
internal sealed record DescribedRoute(string Id, string Tag, string Summary, string Description)
{
    /// <summary>Whether only Slack can call it.</summary>
    public bool IsSigned { get; init; }

    public IReadOnlyList<DescribedValue> Query { get; init; } = [];

    public DescribedBody? Takes { get; init; }

    public required IReadOnlyList<DescribedAnswer> Answers { get; init; }
}

/// <summary>Something that is sent along: a parameter or a header.</summary>
internal sealed record DescribedValue(string Name, string Means);

/// <summary>An answer and what it means.</summary>
internal sealed record DescribedAnswer(int Status, string Means, DescribedBody? Body = null)
{
    public IReadOnlyList<DescribedValue> Headers { get; init; } = [];
}

/// <summary>The content of a body.</summary>
internal sealed record DescribedBody(string ContentType, OpenApiSchema Schema, string Means = "");
