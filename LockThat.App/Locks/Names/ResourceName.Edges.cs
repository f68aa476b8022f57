using System.Buffers;
using System.Globalization;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>The characters around a name that may not belong to it.</summary>
public sealed partial record ResourceName
{
    // Nobody types more of it, and each candidate is a look into the store.
    private const int MostLayers = 3;

    /// <summary>
    /// The names that may be meant when there is none of this name: without punctuation at its edges (<c>test-site,</c>
    /// <c>(test-site)</c>), those first that leave out least. Nearly always empty.
    /// </summary>
    public IReadOnlyList<ResourceName> WithoutPunctuation()
    {
        if (!char.IsPunctuation(Display, 0) && !char.IsPunctuation(Display, LastIndex()))
            return [];

        return
        [
            .. Layers(fromStart: true)
                .SelectMany(_ => Layers(fromStart: false), (before, behind) => (Before: before, Behind: behind))
                .Where(around => around.Before.Length + around.Behind.Length < Display.Length)
                .OrderBy(around => around.Before.Length + around.Behind.Length)
                .Select(around => Parse(Display[around.Before.Length..^around.Behind.Length]))
                .OfType<NameParse.Parsed>()
                .Select(parsed => parsed.Name)
                .Where(name => name != this)
                .Distinct(),
        ];
    }

    /// <summary>The text without the white space, the quotes and the invisible characters around it, however
    /// many.</summary>
    internal static string WithoutEdges(string text)
    {
        while (true)
        {
            var inner = Characters.Unquoted(Seen(text));
            if (inner.Length == text.Length)
                return inner;
            text = inner;
        }
    }

    private static string Seen(string text)
    {
        if (Characters.IsPlain(text))
            return text;

        var seen = text.AsSpan();
        while (Rune.DecodeFromUtf16(seen, out var first, out var used) == OperationStatus.Done && IsNothing(first))
            seen = seen[used..];
        while (EndsInNothing(seen, out var used))
            seen = seen[..^used];
        return seen.Length == text.Length ? text : seen.ToString();
    }

    // A variation selector is part of the character before it, where that one has variants.
    private static bool EndsInNothing(ReadOnlySpan<char> text, out int used)
    {
        if (Rune.DecodeLastFromUtf16(text, out var last, out used) != OperationStatus.Done || !IsNothing(last))
            return false;
        if (!Characters.IsVariationSelector(last))
            return true;
        return Rune.DecodeLastFromUtf16(text[..^used], out var before, out _) != OperationStatus.Done
            || IsNothing(before)
            || HasNoVariants(before);
    }

    private static bool IsNothing(Rune rune) =>
        Characters.IsInvisible(rune) || Rune.IsWhiteSpace(rune) || Characters.IsVariationSelector(rune);

    // Of punctuation, # and * begin keycaps, and a few signs beyond ASCII are emoji.
    private static bool HasNoVariants(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
        || (rune.IsAscii && Rune.IsPunctuation(rune) && rune.Value is not ('#' or '*'));

    /// <summary>The texts to leave out at one end: nothing, up to three characters of punctuation, or all of
    /// it.</summary>
    private List<string> Layers(bool fromStart)
    {
        var layers = new List<string> { "" };
        var at = fromStart ? 0 : LastIndex();
        while (at >= 0 && at < Display.Length && char.IsPunctuation(Display, at))
        {
            var layer = fromStart ? Display[..(at + Rune.GetRuneAt(Display, at).Utf16SequenceLength)] : Display[at..];
            if (layers.Count > MostLayers)
                layers[^1] = layer;
            else
                layers.Add(layer);
            at = fromStart ? layer.Length : Before(at);
        }

        return layers;
    }

    private int LastIndex() => Before(Display.Length);

    private int Before(int at) => at > 1 && char.IsLowSurrogate(Display[at - 1]) ? at - 2 : at - 1;
}
