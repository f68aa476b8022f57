using System.Diagnostics;
using LockThat.App.Installs.Leaving;

namespace LockThat.App.Storage.Rows;

/// <summary>The rows that a purge deletes, and the report of them, in any store.</summary>
internal static class PurgedRows
{
    /// <summary>The tables whose rows are deleted with their workspace.</summary>
    public static IEnumerable<StoredTable> Tables => StoredTables.All.Where(table => table.IsOfWorkspaces);

    /// <summary>So many deleted rows of a table.</summary>
    public static Forgotten Count(StoredTable table, int rows) =>
        table switch
        {
            StoredTable<StoredRow.AResource> => new(rows, 0, 0, 0),
            StoredTable<StoredRow.ANotice> => new(0, rows, 0, 0),
            StoredTable<StoredRow.AViewer> or StoredTable<StoredRow.APerson> or StoredTable<StoredRow.AFormerMember> =>
                new(0, 0, rows, 0),
            StoredTable<StoredRow.AnEvent> => new(0, 0, 0, rows),
            // They are counted with their resource.
            StoredTable<StoredRow.AWait> => default,
            // They are no things of people, and a report has no number for them.
            StoredTable<StoredRow.APolicy> => default,
            // A number alone is nothing that people had.
            StoredTable<StoredRow.APosition> => default,
            _ => throw new UnreachableException(),
        };
}
