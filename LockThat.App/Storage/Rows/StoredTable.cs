using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LockThat.App.Storage.Rows;

/// <summary>Rows of one kind, in any store.</summary>
/// <param name="name">The name in the stores.</param>
/// <param name="plural">The word that the operator reads after a number.</param>
/// <param name="isOfWorkspaces">Whether each row belongs to a workspace, and is deleted with it.</param>
internal abstract class StoredTable(string name, string plural, bool isOfWorkspaces)
{
    public string Name { get; } = name;

    public string Plural { get; } = plural;

    /// <summary>Whether each row belongs to a workspace, and is deleted with it.</summary>
    public bool IsOfWorkspaces { get; } = isOfWorkspaces;

    /// <summary>A number that stands for everything in a row. It is the same in every store, because no store keeps
    /// moments finer than milliseconds.</summary>
    public static UInt128 Digest(StoredRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(row.Table.Name));
        hash.AppendData(row.Table.Write(row));
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>The whole row as one JSON object.</summary>
    public abstract byte[] Write(StoredRow row);

    /// <exception cref="FormatException">It is not what <see cref="Write"/> made.</exception>
    public abstract StoredRow Read(ReadOnlyMemory<byte> body);
}

/// <summary>A table with its codec.</summary>
internal sealed class StoredTable<TRow>(
    string name,
    string plural,
    bool isOfWorkspaces,
    Action<Utf8JsonWriter, TRow> write,
    Func<JsonElement, TRow> read
) : StoredTable(name, plural, isOfWorkspaces)
    where TRow : StoredRow
{
    public override byte[] Write(StoredRow row) => StateJson.Of(json => write(json, (TRow)row));

    public override TRow Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"No row of {Name}: {fault.Message}", fault);
        }
    }
}
