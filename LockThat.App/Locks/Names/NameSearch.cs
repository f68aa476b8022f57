namespace LockThat.App.Locks.Names;

/// <summary>A part of a name that a person looks for. It finds a name in every spelling that is the same
/// <see cref="ResourceName"/>.</summary>
public sealed class NameSearch
{
    private readonly string _part;

    private NameSearch(string part) => _part = part;

    /// <summary>Looks for the typed text; an empty text is found in every name.</summary>
    /// <param name="typed">Any text; invisible characters and white space around it do not count.</param>
    public static NameSearch For(string typed) => new(ResourceName.Identify(ResourceName.WithoutEdges(Shown(typed))));

    /// <summary>The typed text without invisible characters, except the joiners that many names need.</summary>
    /// <param name="typed">Anything.</param>
    public static string Shown(string typed) =>
        string.Concat(typed.EnumerateRunes().Where(rune => !Characters.IsInvisible(rune) || Joiners.IsJoiner(rune)));

    /// <summary>Whether the name has the part in it.</summary>
    public bool Finds(ResourceName name) => name.Identity.Contains(_part, StringComparison.Ordinal);
}
