using System.Collections;
using System.Runtime.CompilerServices;

namespace LockThat.App.Locks;

/// <summary>
/// A workspace's resources, sorted by name, with an index for the most frequent question: the locks of one person among
/// hundreds of resources are found without a look at each.
/// </summary>
[CollectionBuilder(typeof(ResourceList), nameof(Of))]
public sealed class ResourceList : IReadOnlyList<Resource>
{
    private readonly Resource[] _sorted;
    private readonly int[] _holders;
    private readonly DateTimeOffset _firstEnd = DateTimeOffset.MaxValue;

    private ResourceList(ReadOnlySpan<Resource> sorted)
    {
        _sorted = sorted.ToArray();
        _holders = new int[sorted.Length];
        for (var at = 0; at < _sorted.Length; at++)
        {
            HasLine |= _sorted[at].Line.Count > 0;
            if (_sorted[at].Lease is not { } lease)
                continue;
            _holders[at] = lease.Holder.GetHashCode();
            if (lease.Until < _firstEnd)
                _firstEnd = lease.Until;
        }
    }

    /// <summary>No resources.</summary>
    public static ResourceList Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>Whether anybody waits for any of them.</summary>
    public bool HasLine { get; }

    /// <summary>The resource at a place in the order of names.</summary>
    /// <param name="index">From 0.</param>
    public Resource this[int index] => _sorted[index];

    /// <summary>A list of resources that are sorted by name already.</summary>
    /// <param name="sorted">All resources of one workspace.</param>
    public static ResourceList Of(ReadOnlySpan<Resource> sorted) => new(sorted);

    /// <summary>The resources that an actor holds, sorted by name; a lease past its end counts.</summary>
    /// <param name="holder">The holder.</param>
    public IReadOnlyList<Resource> HeldBy(Actor holder)
    {
        var held = new List<Resource>();
        var hash = holder.GetHashCode();
        var at = -1;
        while (_holders.AsSpan(at + 1).IndexOf(hash) is >= 0 and var ahead)
        {
            at += ahead + 1;
            // The hash only says where to look.
            if (_sorted[at].Lease?.Holder == holder)
                held.Add(_sorted[at]);
        }

        return held;
    }

    /// <summary>The resources as they are to be seen at <paramref name="now"/>: free where a lease has ended.</summary>
    public ResourceList At(DateTimeOffset now) =>
        _firstEnd > now ? this : [.. _sorted.Select(resource => resource.At(now))];

    /// <summary>In the order of names.</summary>
    public IEnumerator<Resource> GetEnumerator() => ((IEnumerable<Resource>)_sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
