using CsCheck;

namespace LockThat.Tests.Locks;

/// <summary>Texts that people type, and texts that nobody types but somebody will send.</summary>
internal static partial class Some
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Char.AlphaNumeric.Select(c => c.ToString()),
        Gen.OneOf(
            " ",
            "\u00A0",
            "\t",
            "\n",
            "\u2028",
            "\u0085",
            "-",
            "−",
            ".",
            ",",
            "<",
            ">",
            "|",
            "@",
            "#",
            "!",
            "&amp;",
            "&lt;",
            "&",
            ";",
            "\"",
            "“",
            "”",
            "'",
            "«",
            "»",
            "`",
            "é",
            "e\u0301",
            "\u0345",
            "ß",
            "\u0131",
            "İ",
            "ς",
            "Σ",
            "\u1E9E",
            "ΐ",
            "ᾳ",
            "שׁ",
            "😀",
            "👩‍🚀",
            "\uFE0F",
            "\u200B",
            "\u202E",
            "\uD83D",
            "\uDE00",
            "\uFFFE",
            "\uFFFD",
            "٣",
            "日本",
            "\0",
            "<@U1|pat>",
            "override",
            "for",
            "0",
            "90",
            "min"
        ),
        Gen.Char.Select(c => c.ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)
    );

    internal static readonly Gen<string> Text = Piece.Array[0, 30].Select(string.Concat);
}
