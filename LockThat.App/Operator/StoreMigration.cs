using System.Globalization;
using System.Runtime.CompilerServices;
using LockThat.App.Storage.Migration;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Operator;

/// <summary>
/// Copies everything that the target lacks from one store to another, and compares both in the end. The source is only
/// read. A migration that is started again after any failure has the same result.
/// </summary>
internal sealed class StoreMigration(IOfflineStore from, IOfflineStore to, TextWriter output)
{
    private const int MostLines = 20;
    private const int LeastRowsInLine = 1000;

    public async Task<CommandReport> Run(CancellationToken cancellationToken)
    {
        var all = await Inventory.Of(from.Read(cancellationToken), cancellationToken);
        await Say($"{from.Place} has {all}.");
        var (there, foreign) = (new Inventory(), new Inventory());
        await foreach (var row in to.Read(cancellationToken))
            (all.Has(row) ? there : foreign).Note(row);
        if (foreign.Total > 0)
            return new(
                false,
                $"{to.Place} holds what is not in {from.Place} ({foreign}), and is left as it is: name an empty one."
            );
        if (there.Total > 0)
            await Say($"{there.Total} of {all.Total} rows are there already");

        await to.Add(Missing(there, all.Total, cancellationToken), cancellationToken);
        var copied = await Inventory.Of(to.Read(cancellationToken), cancellationToken);
        if (!copied.IsSameAs(all))
            return new(
                false,
                $"{to.Place} does not read back the same ({copied}): do not use it. {from.Place} is as it was."
            );
        await to.Keep(cancellationToken);
        return new(true, $"Copied {from.Place} to {to.Place}: {all}. Each row was read back there and is the same.");
    }

    private async IAsyncEnumerable<StoredRow> Missing(
        Inventory there,
        long total,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rowsInLine = Math.Max(LeastRowsInLine, total / MostLines);
        var rows = there.Total;
        await foreach (var row in from.Read(cancellationToken))
        {
            if (there.Has(row))
                continue;
            yield return row;
            if (++rows % rowsInLine == 0 || rows == total)
                await Say($"{rows} of {total} rows");
        }
    }

    private Task Say(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
