using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>A question for the row of a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="IsWhole">Whether the whole line is read, and not only its head.</param>
/// <param name="Asker">The one whose place in line is read beside the head; null for nobody's.</param>
internal readonly record struct Question(ResourceKey Key, bool IsWhole, Actor? Asker)
{
    /// <summary>The questions that changes ask. Of several changes of one key the later ones are decided upon what the
    /// earlier ones leave of the line, so that they need all of it.</summary>
    public static IReadOnlyList<Question> Of(IEnumerable<Scope> scopes) =>
        [
            .. scopes
                .SelectMany(scope =>
                    Enumerable
                        .Range(0, scope.Count)
                        .Select(place => new Question(scope[place], scope.Needs == Needs.Line, scope.Asker))
                )
                .GroupBy(question => question.Key)
                .Select(asked => asked.Skip(1).Any() ? Whole(asked.Key) : asked.First()),
        ];

    /// <summary>The question for a row with its whole line.</summary>
    public static Question Whole(ResourceKey key) => new(key, IsWhole: true, Asker: null);
}

/// <summary>The row of a key when it was read.</summary>
/// <param name="Resource">Null when there was none.</param>
/// <param name="Version">Of the row; null when there was none.</param>
/// <param name="RowKey">The key of its row, which is not the name's where it has a mark or was spelled in another way;
/// null when there was none.</param>
/// <param name="Now">The server's moment.</param>
/// <param name="Workspace">Null when the workspace is new.</param>
internal sealed record Found(
    Resource? Resource,
    long? Version,
    string? RowKey,
    DateTimeOffset Now,
    WorkspaceCount? Workspace
);

/// <summary>The row that all resources of a workspace share. Two of its numbers show whether anybody has created or
/// deleted resources there.</summary>
/// <param name="Resources">How many there are.</param>
/// <param name="DeletedVersions">A number that rises with each deletion.</param>
internal readonly record struct WorkspaceCount(int Resources, long DeletedVersions)
{
    /// <summary>The rules of the team; null when it has none of its own.</summary>
    public TeamPolicy? Policy { get; init; }
}

/// <summary>The result of a batch for one key.</summary>
internal sealed class Change
{
    public Change(ResourceKey key, Found found)
    {
        (Key, Found, Next) = (key, found, found.Resource);
        Unit = new(this);
    }

    public ResourceKey Key { get; }

    public Found Found { get; }

    public Resource? Next { get; set; }

    public List<Notice> Notices { get; } = [];

    /// <summary>Whether there is an event to keep.</summary>
    public bool HasHappened { get; set; }

    /// <summary>The changes that are written with this one or not at all.</summary>
    public Unit Unit { get; private set; }

    /// <summary>The key of the row that is there or is to be there.</summary>
    public string RowKey => Found.RowKey ?? (Next?.Name ?? Key.Name).FormerIdentity;

    /// <summary>The name to write; null where the row keeps its name, because it shows another one or has another
    /// spelling's key.</summary>
    public string? RowName => Next?.Name is { } name && name.FormerIdentity == RowKey ? name.Display : null;

    public bool IsWritten => Notices.Count > 0 || HasHappened || !ReferenceEquals(Next, Found.Resource);

    public bool IsCreated => Found.Resource is null && Next is not null;

    /// <summary>Makes one unit of two.</summary>
    public void Join(Change other)
    {
        if (Unit == other.Unit)
            return;
        foreach (var member in Unit.Members.ToList())
        {
            member.Unit = other.Unit;
            other.Unit.Members.Add(member);
        }
    }
}

/// <summary>Changes that are all written, or none of them.</summary>
internal sealed class Unit(Change first)
{
    public List<Change> Members { get; } = [first];

    public bool IsJoint => Members.Count > 1;

    public bool IsWritten => Members.Exists(member => member.IsWritten);
}
