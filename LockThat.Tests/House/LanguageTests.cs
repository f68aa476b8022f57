using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>Comments, log messages and documentation are read once: a sentence begins with its subject.</summary>
public sealed partial class LanguageTests
{
    private const string Rule =
        "A sentence begins with its subject and not with a question word, and says \"until then\" or \"since\" instead of \"meanwhile\"";

    [Fact]
    public void A_comment_begins_with_its_subject() =>
        Sources.All.SelectMany(file => Comments(file).SelectMany(Offences)).ShouldBeNone(Rule);

    [Fact]
    public void A_log_message_begins_with_its_subject() =>
        Sources.Shipped.SelectMany(file => LogMessages(file).SelectMany(Offences)).ShouldBeNone(Rule);

    [Fact]
    public void A_page_of_documentation_begins_each_sentence_with_its_subject() =>
        Sources
            .Files("*.md")
            .SelectMany(path => Offences(new(Sources.Relative(path), 1, File.ReadAllText(path))))
            .ShouldBeNone(Rule);

    [Fact]
    public void A_comment_of_a_statement_begins_with_its_subject() =>
        Sources
            .Files("*.sql")
            .SelectMany(path => Offences(new(Sources.Relative(path), 1, File.ReadAllText(path))))
            .ShouldBeNone(Rule);

    [Fact]
    public void A_planted_comment_and_a_planted_message_are_found()
    {
        var planted = SourceFile.Parse(
            "Planted.cs",
            """
            /// <summary>The first sentence is fine. What is stored, by whatever way,
            /// is the second one. Who reads this? Nobody asks for <c>What</c> or What_is_named_so.</summary>
            class Planted
            {
                // Another one waits meanwhile.
                int field; // Whoever reads it, too.

                [LoggerMessage(1, LogLevel.Error, "Who is there in {Team} is asked")]
                void Log();
            }
            """
        );
        Comments(planted)
            .Concat(LogMessages(planted))
            .SelectMany(Offences)
            .ShouldBe([
                "Planted.cs(1): What is stored, by whatever way, is the second one.",
                "Planted.cs(5): meanwhile",
                "Planted.cs(6): Whoever reads it, too.",
                "Planted.cs(8): Who is there in {Team} is asked",
            ]);
    }

    [Fact]
    public void A_planted_page_is_found() =>
        Offences(
                new(
                    "planted.md",
                    1,
                    """
                    # What a title may say

                    - **Whoever can write** can read. What does `Whoever` do?

                    ```sh
                    echo "What is in a box is code."
                    ```
                    """
                )
            )
            .ShouldBe(["planted.md(3): Whoever can write** can read."]);

    private static IEnumerable<string> Offences(Written written) =>
        Offence()
            .Matches(Exempt().Replace(written.Text, Blanked))
            .Where(found => !found.Value.EndsWith('?'))
            .Select(found =>
                $"{written.Path}({written.Line + written.Text.AsSpan(0, found.Index).Count('\n')}): "
                + Space().Replace(found.Value, " ").Trim()
            );

    // A sentence may go on over several comments, one below the other.
    private static IEnumerable<Written> Comments(SourceFile file)
    {
        var block = new Written(file.Path, 0, "");
        foreach (var comment in file.Syntax.DescendantTrivia().Where(IsComment))
        {
            var line = comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            var text = Slashes().Replace(comment.ToFullString(), "");
            if (line == block.Line + block.Text.AsSpan().Count('\n') + 1)
            {
                block = block with { Text = $"{block.Text}\n{text}" };
                continue;
            }

            yield return block;
            block = new(file.Path, line, text);
        }

        yield return block;
    }

    private static IEnumerable<Written> LogMessages(SourceFile file) =>
        file.Nodes<AttributeSyntax>()
            .Where(attribute => $"{attribute.Name}" == "LoggerMessage")
            .SelectMany(attribute => attribute.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(token => new Written(
                file.Path,
                token.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                token.ValueText
            ));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia;

    // The lines stay, so that places are right.
    private static string Blanked(Match exempt) =>
        string.Concat(exempt.Value.Select(sign => sign == '\n' ? sign : ' '));

    [GeneratedRegex(
        @"\b(Who|What|Whoever|Whatever|Whose)\b[^.?!]*[.?!]?|\b[Mm]eanwhile\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Offence();

    // Code in a page, the titles of a page, names of code, and tags.
    [GeneratedRegex(
        @"^```.*?^```|^\#[^\n]*|`[^`]*`|<c>[^<]*</c>|<[^>]*>",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Exempt();

    [GeneratedRegex("^ *///? ?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Space();

    /// <summary>A text in a file.</summary>
    private sealed record Written(string Path, int Line, string Text);
}
