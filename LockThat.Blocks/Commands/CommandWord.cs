namespace LockThat.Blocks.Commands;

/// <summary>The commands of <c>/lockthat</c>; <see cref="CommandCatalog"/> says how each is typed.</summary>
public enum CommandWord
{
    Help,
    Create,
    Lock,
    Unlock,
    Extend,
    Delete,
    List,
    Mine,
}
