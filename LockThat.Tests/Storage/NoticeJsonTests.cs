using System.Text.Json;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

public sealed class NoticeJsonTests
{
    // How many wait is looked up when a message is delivered, and so is not stored.
    [Fact]
    public void Whatever_people_are_told_is_read_back_as_it_was_stored() =>
        Acts.Scenes(scene =>
        {
            foreach (var notice in scene.Told)
            {
                using var json = JsonDocument.Parse(NoticeJson.Write(notice));
                NoticeJson.Read(notice.Workspace, notice.To.Address, notice.At, json.RootElement).ShouldBe(notice);
            }
        });
}
