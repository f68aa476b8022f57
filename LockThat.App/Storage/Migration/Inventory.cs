using System.Diagnostics;
using System.Globalization;

namespace LockThat.App.Storage.Migration;

/// <summary>What there is in a store: how many of each kind, and the digest of each row.</summary>
internal sealed class Inventory
{
    private readonly HashSet<UInt128> _digests = [];
    private long _resources;
    private long _notices;
    private long _viewers;
    private long _installations;
    private long _redeemed;

    public long Total => _resources + _notices + _viewers + _installations + _redeemed;

    public static async Task<Inventory> Of(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken)
    {
        var all = new Inventory();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            all.Note(row);
        return all;
    }

    public void Note(StoredRow row)
    {
        _ = row switch
        {
            StoredRow.AResource => _resources++,
            StoredRow.ANotice => _notices++,
            StoredRow.AViewer => _viewers++,
            StoredRow.AnInstallation => _installations++,
            StoredRow.ARedeemedId => _redeemed++,
            _ => throw new UnreachableException(),
        };
        _digests.Add(RowDigest.Of(row));
    }

    /// <summary>Whether it has a row that is equal in everything.</summary>
    public bool Has(StoredRow row) => _digests.Contains(RowDigest.Of(row));

    /// <summary>Whether both have the same number of each kind, and the same rows.</summary>
    public bool IsSameAs(Inventory other) => ToString() == other.ToString() && _digests.SetEquals(other._digests);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_resources} resources, {_notices} notices under way, {_viewers} viewers, {_installations} installations, {_redeemed} redeemed ids"
        );
}
