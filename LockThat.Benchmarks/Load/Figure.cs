using System.Text.Json.Serialization;

namespace LockThat.Benchmarks.Load;

/// <summary>The median of all rounds.</summary>
/// <param name="Ceiling">The ceiling to compare it with; null for a ceiling.</param>
internal sealed record Figure(
    string Name,
    int Connections,
    string? Ceiling,
    double PerSecond,
    double P50,
    double P99,
    double Max
);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Figure>))]
internal sealed partial class FiguresJson : JsonSerializerContext;
