using System.Globalization;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.Migration;

/// <summary>The contents of a store: the number of rows of each kind, and the digest of each row.</summary>
internal sealed class Inventory
{
    private readonly HashSet<UInt128> _digests = [];
    private readonly Dictionary<StoredTable, long> _counts = StoredTables.All.ToDictionary(table => table, _ => 0L);

    public long Total => _counts.Values.Sum();

    public static async Task<Inventory> Of(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken)
    {
        var all = new Inventory();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            all.Note(row);
        return all;
    }

    public void Note(StoredRow row)
    {
        _counts[row.Table]++;
        _digests.Add(StoredTable.Digest(row));
    }

    /// <summary>Whether it has an equal row.</summary>
    public bool Has(StoredRow row) => _digests.Contains(StoredTable.Digest(row));

    /// <summary>Whether both have the same number of each kind, and the same rows.</summary>
    public bool IsSameAs(Inventory other) => ToString() == other.ToString() && _digests.SetEquals(other._digests);

    public override string ToString() =>
        string.Join(
            ", ",
            StoredTables.All.Select(table =>
                string.Create(CultureInfo.InvariantCulture, $"{_counts[table]} {table.Plural}")
            )
        );
}
