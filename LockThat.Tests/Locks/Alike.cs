using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>Records compare lists by reference: here lists of the same members are the same list.</summary>
internal static class Alike
{
    private static readonly ConcurrentDictionary<string, object> Lists = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>A text without what phones put in, by what Unicode says of each character.</summary>
    public static string Spelling(string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Where(rune => !Characters.IsVariationSelector(rune)))
            .Normalize();
        var typed = string.Concat(plain.EnumerateRunes().Select(Typed));
        return string.Concat(typed.Where((unit, at) => unit != '-' || at == 0 || typed[at - 1] != '-'));
    }

    /// <summary>Whether Unicode takes it for a quote: of the categories Pi and Pf, or one of those that have
    /// others.</summary>
    public static bool IsQuote(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
        || rune.Value
            is '"'
                or '\''
                or 0x02BC
                or 0x201A
                or 0x201E
                or 0x2E42
                or (>= 0x300C and <= 0x300F)
                or (>= 0x301D and <= 0x301F)
                or (>= 0xFE41 and <= 0xFE44)
                or 0xFF02
                or 0xFF07
                or 0xFF62
                or 0xFF63;

    /// <summary>Whether Unicode takes it for a dash: of the category Pd, or a minus sign, or the swung dash.</summary>
    public static bool IsDash(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation
        || rune.Value is 0x2053 or 0x207B or 0x208B or 0x2212;

    private static string Typed(Rune rune) =>
        rune.Value switch
        {
            _ when IsQuote(rune) => "'",
            _ when IsDash(rune) => "-",
            0x2026 or 0x22EF or 0xFE19 => "...",
            _ => rune.ToString(),
        };

    public static Resource? Of(Resource? resource) =>
        resource is null
            ? null
            : resource with
            {
                Holding = resource.Holding is Holding.Held held
                    ? held with
                    {
                        Pleas = Same(held.Pleas),
                    }
                    : resource.Holding,
                Line = resource.Line with { Known = Same(resource.Line.Known) },
                Watchers = Same(resource.Watchers),
                Stops = Same(resource.Stops),
                Losses = Same(resource.Losses),
                Freed = resource.Freed is { } freed
                    ? freed with
                    {
                        Watchers = Same(freed.Watchers),
                        Pleas = Same(freed.Pleas),
                    }
                    : null,
                Last = resource.Last is { } last ? (LastRequest)Lists.GetOrAdd(Words(last), last) : null,
            };

    /// <summary>An event in words: equal when everything in it is, the people who are told as well.</summary>
    public static string Of(ResourceEvent happened) => Words(happened);

    /// <summary>Whether both answers say the same. The people who are told beside it are no part of an
    /// answer.</summary>
    public static bool Are(object? one, object? other) => Equals(Said(one), Said(other));

    private static object? Said(object? answer) =>
        answer switch
        {
            Outcome.Refused(var why, var present) => new Outcome.Refused(why, Of(present)),
            Outcome.Unchanged(var present) => new Outcome.Unchanged(Of(present)),
            Outcome.Accepted(var happened) => Words(happened.ForAsker),
            _ => answer,
        };

    private static ImmutableArray<T> Same<T>(ImmutableArray<T> list) =>
        list.IsEmpty ? [] : (ImmutableArray<T>)Lists.GetOrAdd($"{typeof(T)} {Words(list)}", list);

    // Records write down their members themselves, but of a list only its type.
    private static string Words(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            DateTimeOffset moment => $"{moment:O}",
            IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Words))}]",
            _ when MembersOf(value.GetType()) is { Length: > 0 } members =>
                $"{value.GetType().Name}({string.Join(", ", members.Select(member => WordsOf(member, value)))})",
            _ => $"{value}",
        };

    private static string WordsOf(PropertyInfo member, object owner) =>
        $"{member.Name}={Words(member.GetValue(owner))}";

    private static PropertyInfo[] MembersOf(Type type) =>
        Members.GetOrAdd(
            type,
            static type =>
                type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
                    ? []
                    : [.. type.GetProperties().Where(member => member.CanWrite)]
        );
}
