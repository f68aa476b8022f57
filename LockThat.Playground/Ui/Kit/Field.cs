namespace LockThat.Playground.Ui.Kit;

/// <summary>A field's name and description, for screen readers too.</summary>
public sealed record Field(
    string Id,
    string? AriaLabel = null,
    string? DescribedBy = null,
    bool IsInvalid = false,
    bool IsRequired = false
)
{
    /// <summary>The attributes that every kind of control takes.</summary>
    public IReadOnlyDictionary<string, object> Attributes =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = Id,
            ["aria-label"] = AriaLabel,
            ["aria-describedby"] = DescribedBy,
            ["aria-invalid"] = IsInvalid ? "true" : null,
            ["aria-required"] = IsRequired ? "true" : null,
        }
            .Where(attribute => attribute.Value is not null)
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value ?? "", StringComparer.Ordinal);
}
