using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

/// <summary>That nothing which matters to a decision is lost on the way to a store and back.</summary>
public sealed class StoredStateProperties
{
    [Fact]
    public void Whatever_is_decided_on_a_row_that_was_read_back_is_what_is_decided_without() =>
        Alike(resource =>
            StoredTables.Resources.Read(StoredTables.Resources.Write(new StoredRow.AResource(resource))).Resource
        );

    [Fact]
    public void Whatever_is_decided_on_json_that_was_read_back_is_what_is_decided_without() =>
        Alike(resource =>
        {
            using var json = JsonDocument.Parse(ResourceJson.Write(resource));
            return ResourceJson.Read(resource.Workspace, resource.Name.Display, json.RootElement);
        });

    private static void Alike(Func<Resource, Resource> stored) =>
        Acts.Stories(acts =>
        {
            var (kept, read) = (new Play(), new Play());
            foreach (var act in acts)
            {
                var (with, without) = (read.Does(act), kept.Does(act));
                Locks
                    .Alike.Are(with.Outcome, without.Outcome)
                    .ShouldBeTrue($"{without.Outcome}, but of what was stored {with.Outcome}");
                Locks.Alike.Of(with.After).ShouldBe(Locks.Alike.Of(without.After));
                with.Told.ShouldBe(without.Told);
                read.Story.IsReadBack(resource => WithLine(stored(resource), resource.Line));
            }
        });

    // Of a line, the row of a resource has the length only: those who wait are rows of their own.
    private static Resource WithLine(Resource read, Line line)
    {
        read.Line.ShouldBe(Line.Counted(line.Count));
        return read with { Line = Line.Of(line.All.Select(ReadBack)) };
    }

    private static Wait ReadBack(Wait wait)
    {
        using var json = JsonDocument.Parse(LineJson.Write(wait));
        return json.RootElement.ToWait();
    }
}
