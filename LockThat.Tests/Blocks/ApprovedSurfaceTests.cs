using System.Runtime.CompilerServices;
using System.Text.Json;
using LockThat.Blocks.Kit;
using LockThat.Playground.BlockKit;

namespace LockThat.Tests.Blocks;

/// <summary>
/// Each surface is approved in each language, as a file that a person has read. After a wanted change, run the tests
/// once with <c>APPROVE=1</c> and read the difference.
/// </summary>
public sealed class ApprovedSurfaceTests
{
    private static readonly JsonWriterOptions Indented = BlocksJson.Writing with { Indented = true };

    private static readonly Dictionary<string, Surfaces> ByLanguage = Spoken.Languages.ToDictionary(
        spoken => spoken.Key,
        spoken => new Surfaces(Words.Usual, spoken.Value),
        StringComparer.Ordinal
    );

    public static MatrixTheoryData<string, string> Names => new([.. ByLanguage.Keys], [.. Surfaces.Usual.All.Keys]);

    public static TheoryData<string> Languages => [.. ByLanguage.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_surface_is_as_it_was_approved(string language, string name)
    {
        var shown = Pretty(ByLanguage[language].All[name]);
        var file = Path.Combine(ApprovedFolder(language), $"{name}.json");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(ApprovedFolder(language));
            File.WriteAllText(file, shown);
        }

        shown.ShouldBe(File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_surface_is_one_that_Slack_would_take(string language, string name)
    {
        using var shown = JsonDocument.Parse(ByLanguage[language].All[name]);
        var problems = Surfaces.Usual.Messages.ContainsKey(name)
            ? Rules.CheckMessage(shown.RootElement)
            : Rules.CheckView(shown.RootElement);
        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_approved_file_is_still_a_surface(string language) =>
        Directory
            .GetFiles(ApprovedFolder(language), "*.json")
            .Select(Path.GetFileNameWithoutExtension)
            .Order()
            .ShouldBe(Surfaces.Usual.All.Keys.Order());

    private static string Pretty(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
            document.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string ApprovedFolder(string language, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? ".", "Approved", language);
}
