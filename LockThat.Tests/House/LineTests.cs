using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockThat.Tests.House;

/// <summary>How wide a line is.</summary>
public sealed class LineTests
{
    private const int Widest = 120;

    [Fact]
    public void A_line_has_at_most_120_columns_but_for_a_text_or_an_address_in_one_piece() =>
        Sources
            .All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(TooWide)
            .ShouldBeNone($"The formatter breaks code at {Widest} columns, and a comment is broken by hand");

    [Fact]
    public void A_planted_line_is_found()
    {
        var planted = SourceFile.Parse(
            "Planted.cs",
            $$"""
            class Planted
            {
                // {{new string('x', Widest)}}
                // https://example.com/{{new string('x', Widest)}}
                const string Text = "{{new string('x', Widest)}}";
            }
            """
        );
        TooWide(planted).ShouldBe(["Planted.cs(3)"]);
    }

    private static IEnumerable<string> TooWide(SourceFile file) =>
        file
            .Syntax.SyntaxTree.GetText()
            .Lines.Where(line => line.Span.Length > Widest && !$"{line}".Contains("https://", StringComparison.Ordinal))
            .Where(line =>
                !file.Syntax.DescendantTokens().Any(token => IsText(token) && token.Span.OverlapsWith(line.Span))
            )
            .Select(line => $"{file.Path}({line.LineNumber + 1})");

    // A sentence or a payload is found by searching for it, as long as it stands in one piece.
    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
