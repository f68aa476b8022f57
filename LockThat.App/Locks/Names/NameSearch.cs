namespace LockThat.App.Locks.Names;

/// <summary>A part of a name that somebody looks for. It finds what <see cref="ResourceName"/> takes for the same, in
/// whatever spelling.</summary>
public sealed class NameSearch
{
    private readonly string _part;

    private NameSearch(string part) => _part = part;

    /// <summary>Looks for what was typed; every name has nothing in it.</summary>
    /// <param name="typed">Anything; what cannot be seen in it and white space around it do not count.</param>
    public static NameSearch For(string typed) => new(ResourceName.Identify(ResourceName.WithoutEdges(Shown(typed))));

    /// <summary>What was typed, without what cannot be seen; the joiners that many names need stay.</summary>
    /// <param name="typed">Anything.</param>
    public static string Shown(string typed) =>
        string.Concat(typed.EnumerateRunes().Where(rune => !Characters.IsInvisible(rune) || Joiners.IsJoiner(rune)));

    /// <summary>Whether the name has the part in it.</summary>
    public bool Finds(ResourceName name) => name.Identity.Contains(_part, StringComparison.Ordinal);
}
