using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>SQL stands in files of its own, each named by what it does.</summary>
public sealed partial class SqlTests
{
    private const string Room = "LockThat.App/Storage/Postgres";
    private const int Widest = 120;

    private static IReadOnlyList<string> Files => [.. Sources.Files("*.sql").Where(file => IsOurs(file))];

    [Fact]
    public void A_statement_stands_in_a_file_and_not_in_code() =>
        Sources
            .In(Room)
            .SelectMany(Statements)
            .ShouldBeNone("A statement stands in a .sql file, and code asks for it by its name");

    [Fact]
    public void Every_file_is_asked_for_by_its_name()
    {
        var asked = Sources
            .In(Room)
            .SelectMany(file => file.Nodes<MemberAccessExpressionSyntax>())
            .Where(access => access.Expression.ToString() == "SqlText")
            .Select(access => access.Name.ToString())
            .ToHashSet();
        Files
            .Where(file => !asked.Contains(Path.GetFileNameWithoutExtension(file)))
            .Select(Sources.Relative)
            .ShouldBeNone("Nothing asks for these statements");
    }

    [Fact]
    public void A_file_is_named_by_a_verb_and_what_it_is_about() =>
        Files
            .Where(file => !Name().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .Select(Sources.Relative)
            .ShouldBeNone("A statement's name says what the statement does");

    [Fact]
    public void A_line_has_at_most_120_columns() =>
        Files
            .SelectMany(file =>
                File.ReadLines(file)
                    .Index()
                    .Where(line => line.Item.Length > Widest)
                    .Select(line => $"{Sources.Relative(file)}({line.Index + 1})")
            )
            .ShouldBeNone($"A statement is broken by hand at {Widest} columns");

    [Fact]
    public void A_planted_statement_is_found()
    {
        var planted = SourceFile.Parse(
            "Planted.cs",
            """
            class Planted
            {
                const string Text = "delete from lockthat.resources";
                const string Other = "deleted";
                const string Composed = $"select {Text}";
            }
            """
        );
        Statements(planted).ShouldBe(["Planted.cs(3)", "Planted.cs(5)"]);
    }

    private static bool IsOurs(string file) => Sources.Relative(file).StartsWith(Room + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Statements(SourceFile file) =>
        file.Nodes<ExpressionSyntax>()
            .Where(node =>
                node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax
            )
            .Where(node => Statement().IsMatch(node.ToString()))
            .Select(node => file.At(node));

    [GeneratedRegex(
        @"^[$""\s]*(select|insert\s+into|update|delete\s+from|with|create|alter|drop|lock\s+table|set\s+local)\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Statement();

    [GeneratedRegex(
        "^(Add|Begin|Claim|Compare|Count|Create|Delete|File|Find|Forget|Has|Hold|Index|Is|Keep|Limit|List|Name|Number|Ping|Prune|"
            + "Put|Read|Redeem|Release|Save|Set|Tell|Write)([A-Z][a-z]+)*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();
}
