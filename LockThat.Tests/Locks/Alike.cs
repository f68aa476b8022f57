using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>Records compare lists by reference: here the same watchers are the same list, and so are those who
/// stopped.</summary>
internal static class Alike
{
    private static readonly ConcurrentDictionary<string, Resource> Watched = new();
    private static readonly ConcurrentDictionary<string, Resource> Stopped = new();

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
                Watchers = Watched.GetOrAdd(string.Join(' ', resource.Watchers), resource).Watchers,
                Stops = Stopped.GetOrAdd(string.Join(' ', resource.Stops), resource).Stops,
            };

    /// <summary>An event and the people who are told, in words: equal when everything in them is.</summary>
    public static string Of(ResourceEvent happened) =>
        happened switch
        {
            Unlocked unlocked => $"{unlocked with { Watchers = [] }} {string.Join(' ', unlocked.Watchers)}",
            GivenBack given => $"{given with { Watchers = [] }} {string.Join(' ', given.Watchers)}",
            Ended ended => $"{ended with { Watchers = [] }} {string.Join(' ', ended.Watchers)}",
            Deleted deleted => $"{deleted with { Watchers = [] }} {string.Join(' ', deleted.Watchers)}",
            Released released => $"{released with { Watchers = [] }} {string.Join(' ', released.Watchers)}",
            _ => $"{happened}",
        };

    /// <summary>Whether both answers say the same. The people who are told beside it are no part of an
    /// answer.</summary>
    public static bool Are(object? one, object? other) => Equals(Said(one), Said(other));

    private static object? Said(object? answer) =>
        answer switch
        {
            Outcome.Refused(var why, var present) => new Outcome.Refused(why, Of(present)),
            Outcome.Unchanged(var present) => new Outcome.Unchanged(Of(present)),
            Outcome.Accepted(Unlocked unlocked) => new Outcome.Accepted(unlocked with { Watchers = [] }),
            Outcome.Accepted(GivenBack given) => new Outcome.Accepted(given with { Watchers = [] }),
            Outcome.Accepted(Ended ended) => new Outcome.Accepted(ended with { Watchers = [] }),
            Outcome.Accepted(Deleted deleted) => new Outcome.Accepted(deleted with { Watchers = [] }),
            Outcome.Accepted(Released released) => new Outcome.Accepted(released with { Watchers = [] }),
            _ => answer,
        };
}
