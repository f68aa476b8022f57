using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.Blocks.Wording;
using LockThat.Blocks.Wording.En;

namespace LockThat.App.Surfaces;

/// <summary>The wording of each language.</summary>
internal static class Languages
{
    private static readonly English English = new();

    /// <summary>The words of a language.</summary>
    public static IWording Of(Language language) =>
        language switch
        {
            Language.English => English,
            _ => throw new UnreachableException(),
        };

    /// <summary>The words in which a person reads.</summary>
    public static IWording Words(this Reader reader) => Of(reader.Language);
}
