using LockThat.App.Slack.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>How long things are, and which habits are kept out.</summary>
public sealed class MeasureTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 50;

    private static readonly string[] MockLibraries = ["Moq", "NSubstitute", "FakeItEasy", "JustMock", "Rocks"];

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        Print("Lines of a shipped file", Sources.Shipped.Select(file => file.Lines));
        Print("Lines of a test file", Sources.Tests.Select(file => file.Lines));
        Sources
            .All.Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Path} has {file.Lines} lines")
            .ShouldBeNone($"A file has at most {LongestFile} lines");
    }

    [Fact]
    public void Nine_files_of_ten_are_shorter_than_180_lines() =>
        Percentile(Sources.Shipped.Select(file => file.Lines), 90)
            .ShouldBeLessThan(180, "The 90th percentile of what is shipped");

    [Fact]
    public void No_method_is_longer_than_50_lines()
    {
        Print("Lines of a shipped method", Sources.Shipped.SelectMany(Methods).Select(method => method.Lines));
        Print(
            "Lines of a test",
            Sources.Tests.SelectMany(Methods).Where(method => method.IsTest).Select(method => method.Lines)
        );
        Sources
            .All.SelectMany(Methods)
            .Where(method => method.Lines > LongestMethod)
            .Select(method => $"{method.Where} has {method.Lines} lines")
            .ShouldBeNone($"A method has at most {LongestMethod} lines");
    }

    [Fact]
    public void Exceptions_are_caught_by_their_names()
    {
        var lines = Sources.Shipped.Sum(file => file.Lines);
        var catchAlls = Sources.Shipped.SelectMany(CatchAlls).ToList();
        catchAlls
            .Take(catchAlls.Count > lines / 1000 ? catchAlls.Count : 0)
            .ShouldBeNone(
                $"{lines} lines may hold {lines / 1000} catch-alls, at the outermost loops only; there are {catchAlls.Count}"
            );
    }

    [Fact]
    public void A_test_waits_for_an_effect_and_never_for_a_time() =>
        Sources
            .Tests.SelectMany(file =>
                file.Nodes<InvocationExpressionSyntax>().Where(IsSleep).Select(call => $"{file.At(call)} {call}")
            )
            .ShouldBeNone("No sleeps in tests");

    [Fact]
    public void Nothing_is_mocked() =>
        Sources
            .Files("Directory.Packages.props")
            .SelectMany(File.ReadLines)
            .Where(line => MockLibraries.Any(name => line.Contains($"\"{name}\"", StringComparison.Ordinal)))
            .ShouldBeNone("Tests use the real thing, or the Playground");

    [Fact]
    public void A_planted_offender_is_found()
    {
        var planted = SourceFile.Parse(
            "Planted.cs",
            $$"""
            class Planted
            {
                void Long() { {{new string('\n', LongestMethod)}} }
                void Swallow() { try { } catch (System.Exception) { } try { } catch { throw; } }
                async void Sleep() { Thread.Sleep(1); await Task.Delay(1, TimeProvider.System); await Task.Delay(1, clock); }
            }
            """
        );
        Methods(planted).Single(method => method.Lines > LongestMethod).Where.ShouldBe("Planted.cs(3) Long");
        CatchAlls(planted).ShouldHaveSingleItem();
        planted.Nodes<InvocationExpressionSyntax>().Count(IsSleep).ShouldBe(2);
    }

    private static IEnumerable<(string Where, int Lines, bool IsTest)> Methods(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .Where(node =>
                node
                    is BaseMethodDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or AccessorDeclarationSyntax { Body: not null }
            )
            .Select(method => ($"{file.At(First(method))} {NameOf(method)}", LinesOf(method), IsTest(method)));

    private static int LinesOf(SyntaxNode method)
    {
        var lines = method.SyntaxTree.GetLineSpan(
            Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(First(method).SpanStart, method.Span.End)
        );
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    // Attributes are no part of how long a method is.
    private static SyntaxToken First(SyntaxNode method) =>
        method.ChildNodesAndTokens().First(part => !part.IsKind(SyntaxKind.AttributeList)) is var part
        && part.AsNode() is { } node
            ? node.GetFirstToken()
            : part.AsToken();

    private static string NameOf(SyntaxNode method) =>
        method switch
        {
            MethodDeclarationSyntax named => named.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            _ => method.Kind().ToString(),
        };

    private static bool IsTest(SyntaxNode method) =>
        method is MethodDeclarationSyntax declared
        && declared
            .AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    // One that cleans up and rethrows swallows nothing.
    private static IEnumerable<string> CatchAlls(SourceFile file) =>
        file.Nodes<CatchClauseSyntax>()
            .Where(clause =>
                clause.Filter is null
                && clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
            )
            .Where(clause => clause.Block.Statements.LastOrDefault() is not ThrowStatementSyntax { Expression: null })
            .Select(clause => file.At(clause));

    private static bool IsSleep(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.ToString()).ToList();
        var isReal = arguments.Contains("TimeProvider.System") && !arguments.Contains("Timeout.InfiniteTimeSpan");
        return call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var method } named
            && (
                method is "WaitForTimeoutAsync" or "SpinUntil"
                || $"{named}" == "Thread.Sleep"
                || (isReal && method == "Delay")
            );
    }

    private static void Print(string what, IEnumerable<int> lengths)
    {
        var all = lengths.ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: median {Percentile(all, 50)}, 90th percentile {Percentile(all, 90)}, longest {Percentile(all, 100)}, {all.Count} in all"
        );
    }

    private static int Percentile(IEnumerable<int> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(sorted.Count * percent / 100.0) - 1];
    }
}
