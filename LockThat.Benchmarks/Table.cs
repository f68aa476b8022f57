using System.Globalization;
using System.Text.Json;

namespace LockThat.Benchmarks;

/// <summary>Figures in rows: markdown for people, JSON for programs.</summary>
internal sealed class Table(params string[] columns)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private readonly List<object?[]> _rows = [];

    /// <param name="cells">A text, a whole number, a figure, or null, for each column.</param>
    public void Add(params object?[] cells) =>
        _rows.Add(
            cells.Length == columns.Length
                ? cells
                : throw new ArgumentException($"A row has {columns.Length} cells.", nameof(cells))
        );

    public void Print()
    {
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine(
            $"|{string.Join('|', columns.Index().Select(column => IsNumeric(column.Index) ? "--:" : "---"))}|"
        );
        foreach (var row in _rows)
            Console.WriteLine($"| {string.Join(" | ", row.Select(Text))} |");
        Console.WriteLine();
    }

    /// <summary>Writes an array of objects, a member for each column; null writes nothing.</summary>
    public async Task Save(string? file)
    {
        if (file is null)
            return;
        await using var stream = File.Create(file);
        await using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartArray();
        foreach (var row in _rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in columns.Zip(row))
                Write(json, column, cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private bool IsNumeric(int column) =>
        _rows.Exists(row => row[column] is not (null or string)) && !_rows.Exists(row => row[column] is string);

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            int or long => ((IFormattable)cell).ToString("N0", CultureInfo.InvariantCulture),
            double figure => figure.ToString(Math.Abs(figure) < 10 ? "0.00" : "#,0.0", CultureInfo.InvariantCulture),
            _ => $"{cell}",
        };

    private static void Write(Utf8JsonWriter json, string column, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNull(column);
                break;
            case int or long:
                json.WriteNumber(column, Convert.ToInt64(cell, CultureInfo.InvariantCulture));
                break;
            case double figure:
                json.WriteNumber(column, figure);
                break;
            default:
                json.WriteString(column, $"{cell}");
                break;
        }
    }
}
