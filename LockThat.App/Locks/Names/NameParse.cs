namespace LockThat.App.Locks.Names;

/// <summary>Why a typed text cannot name a resource.</summary>
public enum NameProblem
{
    /// <summary>Nothing is left after white space, quotes and invisible characters around it are dropped.</summary>
    Empty,

    /// <summary>More than <see cref="ResourceName.MaxCharacters"/> characters or <see cref="ResourceName.MaxLength"/>
    /// UTF-16 units.</summary>
    TooLong,

    /// <summary>White space within.</summary>
    WhiteSpace,

    /// <summary>A backtick, which would end the code span that names are shown in.</summary>
    Backtick,

    /// <summary>A control or formatting character, or another that shows as nothing.</summary>
    Invisible,

    /// <summary>Half of a surrogate pair: no Unicode text.</summary>
    Malformed,
}

/// <summary>The result of reading a typed name.</summary>
public abstract record NameParse
{
    private NameParse() { }

    /// <summary>A name.</summary>
    /// <param name="Name">The name, without the quotes typed around it.</param>
    public sealed record Parsed(ResourceName Name) : NameParse;

    /// <summary>No name.</summary>
    /// <param name="Problem">The first thing that is wrong with it.</param>
    /// <param name="Suggestion">A name close to what was typed that would do; null when there is none.</param>
    public sealed record Refused(NameProblem Problem, ResourceName? Suggestion) : NameParse;
}
