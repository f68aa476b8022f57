namespace LockThat.App.Locks;

/// <summary>A part of a name that somebody looks for. It finds what <see cref="ResourceName"/> takes for the same, in
/// whatever spelling.</summary>
public sealed class NameSearch
{
    private readonly string _part;

    private NameSearch(string part) => _part = part;

    /// <summary>Looks for what was typed; every name has nothing in it.</summary>
    /// <param name="typed">Anything; what cannot be seen in it and white space around it do not count.</param>
    public static NameSearch For(string typed)
    {
        var seen = string.Concat(
            typed.EnumerateRunes().Where(rune => !Characters.IsInvisible(rune) || Joiners.IsJoiner(rune))
        );
        return new(ResourceName.Identify(ResourceName.WithoutEdges(seen)));
    }

    /// <summary>Whether the name has the part in it.</summary>
    public bool Finds(ResourceName name) => name.Identity.Contains(_part, StringComparison.Ordinal);
}
