using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House.Reading;

/// <summary>
/// The switches over a closed hierarchy: each names every case, for whatever its values are, and then throws; or it
/// hands on what it was given, to a place where the same holds.
/// </summary>
internal static class ClosedSwitches
{
    /// <summary>Their faults.</summary>
    /// <param name="file">Where they stand.</param>
    /// <param name="hierarchies">The names of all cases of each hierarchy.</param>
    public static IEnumerable<string> Offenders(SourceFile file, IReadOnlyDictionary<string, string[]> hierarchies) =>
        All(file)
            .SelectMany(found =>
                hierarchies
                    .Where(hierarchy => found.Arms.Any(arm => Named(arm.Pattern, hierarchy.Key).Any()))
                    .SelectMany(hierarchy =>
                        Faults(found.Arms, hierarchy.Key, hierarchy.Value)
                            .Select(fault => $"{file.At(found.Place)} the switch over {hierarchy.Key} {fault}")
                    )
            );

    /// <summary>The cases that the switches of a file answer whatever their values are.</summary>
    public static IEnumerable<string> Whole(SourceFile file, string hierarchy) =>
        All(file).SelectMany(found => Whole(found.Arms, hierarchy));

    private static IEnumerable<string> Faults(IReadOnlyList<Arm> arms, string hierarchy, string[] cases)
    {
        if (arms.Any(arm => arm.IsDefault && arm.HandsOn))
            yield break;
        foreach (var name in cases.Except(Whole(arms, hierarchy)))
            yield return $"does not answer {name} whatever its values";
        if (!arms.Any(arm => arm.IsDefault && arm.Throws))
            yield return "does not end in a throw";
    }

    private static IEnumerable<string> Whole(IEnumerable<Arm> arms, string hierarchy) =>
        arms.Where(arm => !arm.IsConditional)
            .SelectMany(arm => Named(arm.Pattern, hierarchy))
            .Where(named => named.IsWhole)
            .Select(named => named.Case);

    private static IEnumerable<(SyntaxNode Place, IReadOnlyList<Arm> Arms)> All(SourceFile file) =>
        [
            .. file.Nodes<SwitchExpressionSyntax>().Select(found => ((SyntaxNode)found, Arms(found))),
            .. file.Nodes<SwitchStatementSyntax>().Select(found => ((SyntaxNode)found, Arms(found))),
        ];

    private static IReadOnlyList<Arm> Arms(SwitchExpressionSyntax found) =>
        [
            .. found.Arms.Select(arm => new Arm(
                arm.Pattern,
                arm.WhenClause is not null,
                arm is { WhenClause: null, Pattern: DiscardPatternSyntax or VarPatternSyntax },
                arm.Expression is ThrowExpressionSyntax,
                HandsOn(
                    arm.Expression,
                    arm.Pattern is VarPatternSyntax { Designation: var named }
                        ? $"{named}"
                        : Given(found.GoverningExpression)
                )
            )),
        ];

    private static IReadOnlyList<Arm> Arms(SwitchStatementSyntax found) =>
        [
            .. found.Sections.SelectMany(section =>
                section.Labels.Select(label => Labelled(label, section, Given(found.Expression)))
            ),
        ];

    private static Arm Labelled(SwitchLabelSyntax label, SwitchSectionSyntax section, string given) =>
        new(
            label switch
            {
                CasePatternSwitchLabelSyntax { Pattern: var pattern } => pattern,
                CaseSwitchLabelSyntax { Value: var value } => SyntaxFactory.ConstantPattern(value),
                _ => null,
            },
            label is CasePatternSwitchLabelSyntax { WhenClause: not null },
            label is DefaultSwitchLabelSyntax,
            section.Statements.FirstOrDefault() is ThrowStatementSyntax,
            HandsOn(section, given)
        );

    // Of "answered.Outcome switch" it is "answered" that goes on; "this" has no name.
    private static string Given(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.Text
        ?? $"{expression}";

    private static bool HandsOn(SyntaxNode code, string given) =>
        code.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.ToString() == given);

    /// <summary>The cases that an arm names, and whether it takes them whole.</summary>
    private static IEnumerable<(string Case, bool IsWhole)> Named(PatternSyntax? pattern, string hierarchy) =>
        pattern switch
        {
            BinaryPatternSyntax either => [.. Named(either.Left, hierarchy), .. Named(either.Right, hierarchy)],
            ParenthesizedPatternSyntax inner => Named(inner.Pattern, hierarchy),
            ConstantPatternSyntax { Expression: var name } => Case(name, hierarchy, isWhole: true),
            TypePatternSyntax { Type: var name } => Case(name, hierarchy, isWhole: true),
            DeclarationPatternSyntax { Type: var name } => Case(name, hierarchy, isWhole: true),
            RecursivePatternSyntax { Type: { } name } recursive => Case(name, hierarchy, IsWhole(recursive)),
            _ => [],
        };

    private static (string, bool)[] Case(SyntaxNode name, string hierarchy, bool isWhole)
    {
        var parts = name.ToString().Split('.');
        return parts is [.., var outer, var inner] && outer == hierarchy ? [(inner, isWhole)] : [];
    }

    private static bool IsWhole(RecursivePatternSyntax pattern) =>
        pattern.PropertyPatternClause is null or { Subpatterns.Count: 0 }
        && (
            pattern.PositionalPatternClause?.Subpatterns.All(part =>
                part.Pattern is VarPatternSyntax or DiscardPatternSyntax
            ) ?? true
        );

    private sealed record Arm(PatternSyntax? Pattern, bool IsConditional, bool IsDefault, bool Throws, bool HandsOn);
}
