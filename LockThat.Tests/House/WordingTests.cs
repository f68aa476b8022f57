using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>
/// Every text that people read in Slack is in <c>LockThat.Blocks/Wording</c>, so that each language has all of it.
/// <para>
/// A sentence is a string that holds two words or more, which are letters between white space, but for marks around
/// them. In the rooms that draw, a word with a capital letter is one as well: a label. An expression in the braces of
/// an interpolated string is no word of it.
/// </para>
/// </summary>
public sealed partial class WordingTests
{
    private const string Wording = "LockThat.Blocks/Wording/";

    // Code of people, and no English of theirs.
    private static readonly string[] Drawing =
    [
        "LockThat.Blocks/Commands/",
        "LockThat.Blocks/Forms/",
        "LockThat.Blocks/Home/",
        "LockThat.Blocks/Messages/",
    ];

    private static readonly string[] Rooms =
    [
        "LockThat.Blocks",
        "LockThat.App/Delivery",
        "LockThat.App/Entrances",
        "LockThat.App/Installs",
        "LockThat.App/Locks",
        "LockThat.App/Slack",
        "LockThat.App/Surfaces",
    ];

    // No person in Slack reads these. The log and the console are the operator's, and are English.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["LockThat.App/Installs/Tokens/BotToken.cs"] = "what a sealed text is for",
        ["LockThat.App/Installs/Tokens/TokenKeys.cs"] = "why the app does not start",
        ["LockThat.App/Installs/OAuth/InstallStates.cs"] = "what a signed text is for",
        ["LockThat.App/Installs/Workspaces/OwnWorkspace.cs"] = "the log",
        ["LockThat.App/Slack/Sockets/SocketOpener.cs"] = "the log and /health",
        ["LockThat.App/Slack/Sockets/SocketSession.cs"] = "the log and /health",
        ["LockThat.App/Slack/Sockets/SocketStanding.cs"] = "the log and /health",
        ["LockThat.App/Slack/WebApi/SlackErrors.cs"] = "advice in the log",
        ["LockThat.Blocks/Commands/CommandCatalog.cs"] = "what is typed, which is the same in every language",
    };

    private static IEnumerable<SourceFile> Spoken =>
        Sources.In(Rooms).Where(file => !file.Path.StartsWith(Wording, StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_that_people_read_stands_in_Wording() =>
        Spoken
            .Where(file => !Elsewhere.ContainsKey(file.Path))
            .SelectMany(Sentences)
            .ShouldBeNone("A sentence is a member of IWording, and each language says it");

    [Fact]
    public void Whatever_is_left_out_would_be_found() =>
        Elsewhere
            .Keys.Where(path => !Spoken.Any(file => file.Path == path && Sentences(file).Any()))
            .ShouldBeNone("A file without a sentence needs no exemption");

    [Theory]
    [InlineData("""Say("Please try again");""")]
    [InlineData("""Say($"{name} is free.");""")]
    [InlineData("""Say($"Extend {name} by {length}");""")]
    [InlineData("""Say($":lock: *Locked.* {name}, and {other} too");""")]
    [InlineData("""Say($"{(isNew ? " It is new here." : "")}");""")]
    [InlineData("""const string What = "Nothing was done";""")]
    [InlineData("""Say("It isn’t yours.");""")]
    [InlineData("""Say("LockThat n’est plus là");""")]
    [InlineData("""var title = "Create";""")]
    public void A_planted_sentence_is_found(string code) => Sentences(Planted(code)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("""throw new InvalidOperationException("Nobody reads what the clock is told.");""")]
    [InlineData("""var name = found ?? throw new ArgumentException("No name at all.", nameof(found));""")]
    [InlineData("""Log.Refused(log, "an answer without a token");""")]
    [InlineData("""meter.CreateCounter<long>("lockthat.calls", description: "All calls to Slack.");""")]
    [InlineData("""[LoggerMessage(1, LogLevel.Error, "It has failed")] static partial void Failed();""")]
    [InlineData("""Say($"/lockthat {word} {name}");""")]
    [InlineData("""Say($":hourglass: {words.NotStored}");""")]
    [InlineData("""Say("lock_now", "Content-Type", "LockThat", "one");""")]
    public void What_people_do_not_read_is_not(string code) => Sentences(Planted(code)).ShouldBeEmpty();

    private static SourceFile Planted(string code) =>
        SourceFile.Parse($"{Drawing[0]}Planted.cs", $"class Planted {{ void Do() {{ {code} }} }}");

    private static IEnumerable<string> Sentences(SourceFile file)
    {
        var isDrawing = Array.Exists(Drawing, room => file.Path.StartsWith(room, StringComparison.Ordinal));
        return file.Nodes<ExpressionSyntax>()
            .Where(text => IsSentence(TextOf(text), isDrawing) && !IsForNobody(text))
            .Select(text => $"{file.At(text)} {text}");
    }

    private static string TextOf(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(
                interpolated.Contents.Select(part =>
                    part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "{}"
                )
            ),
            _ => "",
        };

    private static bool IsSentence(string text, bool isDrawing) =>
        Words().Count(text) > 1 || (isDrawing && Label().IsMatch(text));

    // Exceptions are bugs; attributes, logs and metrics are the operator's.
    private static bool IsForNobody(ExpressionSyntax text) =>
        text.Ancestors()
            .Any(around =>
                around switch
                {
                    AttributeSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } =>
                        $"{called.Expression}" == "Log" || Instrument().IsMatch(called.Name.Identifier.Text),
                    _ => false,
                }
            );

    [GeneratedRegex(
        @"(?<=^|\s)[\p{Ps}\p{Pi}""'*_~]*\p{L}+(?:['’-]\p{L}+)*[\p{Pe}\p{Pf}""'*_~.,:;!?…]*(?=\s|$)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Words();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+[.!?…]?$", RegexOptions.None, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(
        "^Create(Counter|UpDownCounter|Histogram|Gauge|Observable[A-Z][A-Za-z]+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Instrument();
}
