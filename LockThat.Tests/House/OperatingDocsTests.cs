using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>Every sign that an operator may see at three in the morning is explained.</summary>
public sealed partial class OperatingDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Sources.Root, "docs", "operating.md"));

    [Fact]
    public void Every_metric_is_explained() =>
        Sources
            .In("LockThat.App")
            .SelectMany(file => file.Nodes<LiteralExpressionSyntax>())
            .Select(literal => literal.Token.ValueText)
            .Where(text => Metric().IsMatch(text))
            .Distinct()
            .Where(name => !Page.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeNone("docs/operating.md explains each metric");

    [Fact]
    public void Every_message_that_is_shown_is_explained() =>
        Shown()
            .Except(Listed())
            .Select(number => $"{number}")
            .ShouldBeNone("docs/operating.md lists each message that is information or worse");

    [Fact]
    public void No_message_is_explained_that_is_not_there() =>
        Listed()
            .Except(Shown())
            .Select(number => $"{number}")
            .ShouldBeNone("docs/operating.md lists messages that no code writes");

    private static IEnumerable<int> Shown() =>
        Sources
            .In("LockThat.App")
            .SelectMany(file => file.Nodes<AttributeSyntax>())
            .Where(attribute =>
                $"{attribute.Name}" == "LoggerMessage"
                && attribute.ArgumentList is { Arguments: [_, var level, ..] }
                && $"{level}" != "LogLevel.Debug"
            )
            .Select(attribute => Number($"{attribute.ArgumentList?.Arguments[0]}"));

    private static IEnumerable<int> Listed() =>
        Row().Matches(Page).SelectMany(row => row.Groups["numbers"].Value.Split(", ")).Select(Number);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^lockthat\.[a-z.]+$", RegexOptions.None, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(
        @"^\| (?<numbers>\d+(, \d+)*) \| (information|warning|error) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row();
}
