using CsCheck;
using LockThat.App.Entrances.Commands;
using Lock = LockThat.App.Locks.Locking.Lock;
using Some = LockThat.Tests.Locks.Some;

namespace LockThat.Tests.Entrances.Commands;

public sealed class CommandParserPropertyTests
{
    private static readonly Gen<string> _s_command = Gen.OneOf(
        "help",
        "create",
        "lock",
        "unlock",
        "release",
        "extend",
        "delete",
        "queue",
        "leave",
        "ask",
        "give",
        "list",
        "mine",
        ""
    );
    private static readonly Gen<string> _s_space = Gen.OneOf(
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\u00A0",
        "\u2003",
        "\u3000",
        "\u2028"
    );
    private static readonly Gen<string> _s_word = Gen.Char["abcdefghijk-"]
        .Array[1, 8]
        .Select(letters => new string(letters));
    private static readonly Gen<string> _s_duration = Gen.OneOf(
        "",
        "2h",
        "45 m",
        "1 day 12 hours",
        "2h30m",
        "45",
        "0",
        "-5 m",
        "for 2 hours",
        "until 17:30",
        "until fri 5 pm"
    );

    [Fact]
    public void No_text_makes_it_throw_or_breaks_a_rule() =>
        Gen.Select(_s_command, _s_space, Some.Text)
            .Sample(
                (command, space, text) =>
                    CommandParser.Parse(command + space + text) switch
                    {
                        ParsedCommand.Do(var ask) => Fits(ask.Name)
                            && TypedWish.Of(ask)?.Length is null or { TotalSeconds: >= 1 }
                            && TypedWish.Of(ask)?.Reason is null or { Value.Length: > 0 and <= Reason.MaxLength }
                            && ((ask as Extend)?.By ?? LockDuration.Least) >= LockDuration.Least,
                        ParsedCommand.BadName ask => ask.Typed.Length is > 0 and <= ResourceName.MaxLength + 1
                            && (ask.Suggestion is null || Fits(ask.Suggestion)),
                        ParsedCommand.Help { UnknownWord: { } word } => word.Length
                            is > 0
                                and <= ResourceName.MaxLength + 1,
                        _ => true,
                    },
                iter: 5_000
            );

    [Fact]
    public void Eight_thousand_characters_of_anything_are_read() =>
        Gen.Select(_s_command, Some.Text.Array[400])
            .Sample((command, text) => CommandParser.Parse($"{command} {string.Concat(text)}") is not null, iter: 200);

    [Fact]
    public void Any_reason_that_starts_with_no_duration_comes_back() =>
        Gen.Select(
                Gen.OneOf("", "2h", "45 m", "1 day 12 hours", "45", "for 2 hours,"),
                _s_word.Array[1, 6].Where(words => words[0].TrimEnd('-') is not ("h" or "d"))
            )
            .Sample(
                (duration, words) =>
                {
                    var reason = string.Join(' ', words);
                    return CommandParser.Parse($"lock x {duration} {reason}")
                            is ParsedCommand.Do { Command: Lock { Reason: { } read } }
                        && read.Value == reason;
                },
                iter: 2_000
            );

    [Fact]
    public void Case_and_white_space_change_nothing_but_the_reasons_case() =>
        Gen.Select(_s_command, _s_word.Array[0, 4], _s_duration, _s_space, _s_space)
            .Sample(
                (command, words, duration, space, other) =>
                {
                    string[] typed = [command, "x", .. duration.Split(' '), .. words];
                    var plain = CommandParser.Parse(string.Join(' ', typed));
                    var spaced = CommandParser.Parse(other + string.Join(space, typed) + other);
                    var shouted = CommandParser.Parse(string.Join(space, typed).ToUpperInvariant());
                    return plain == spaced && Quietly(plain) == Quietly(shouted);
                },
                iter: 2_000
            );

    [Fact]
    public void A_name_is_found_in_any_quotes() =>
        Gen.Select(_s_word, Gen.OneOf("\"\"", "“”", "„“", "«»", "''", "‘’", "‹›"), _s_duration)
            .Sample(
                (name, quotes, duration) =>
                    CommandParser.Parse($"lock {quotes[0]}{name}{quotes[1]} {duration}")
                    == CommandParser.Parse($"lock {name} {duration}"),
                iter: 2_000
            );

    private static bool Fits(ResourceName name) =>
        ResourceName.Parse(name.Display) is NameParse.Parsed parsed && parsed.Name == name;

    private static ParsedCommand Quietly(ParsedCommand ask) =>
        ask switch
        {
            ParsedCommand.Do { Command: Lock { Reason: { } reason } locking } => new ParsedCommand.Do(
                locking with
                {
                    Reason = Reason.Of(reason.Value.ToLowerInvariant()),
                }
            ),
            ParsedCommand.Do { Command: Join { Reason: { } reason } join } => new ParsedCommand.Do(
                join with
                {
                    Reason = Reason.Of(reason.Value.ToLowerInvariant()),
                }
            ),
            ParsedCommand.Do { Command: Ask { Message: { } message } wish } => new ParsedCommand.Do(
                wish with
                {
                    Message = Reason.Of(message.Value.ToLowerInvariant()),
                }
            ),
            ParsedCommand.Until({ Reason: { } reason } wish) => new ParsedCommand.Until(
                wish with
                {
                    Reason = Reason.Of(reason.Value.ToLowerInvariant()),
                }
            ),
            ParsedCommand.Help { UnknownWord: { } word } quiet => quiet with { UnknownWord = word.ToLowerInvariant() },
            ParsedCommand.List(var filter) => new ParsedCommand.List(new(filter.Word.ToLowerInvariant())),
            ParsedCommand.BadName quiet => quiet with { Typed = quiet.Typed.ToLowerInvariant() },
            _ => ask,
        };
}
