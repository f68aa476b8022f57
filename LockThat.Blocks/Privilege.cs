namespace LockThat.Blocks;

/// <summary>Something that a team may allow to some people only, as people are told of it.</summary>
public enum Privilege
{
    /// <summary>To lock.</summary>
    Use,

    /// <summary>To override.</summary>
    Override,

    /// <summary>To edit.</summary>
    Edit,

    /// <summary>To delete.</summary>
    Delete,

    /// <summary>To create.</summary>
    Create,

    /// <summary>To change the rules.</summary>
    ChangeRules,
}
