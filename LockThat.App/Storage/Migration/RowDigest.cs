using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.Migration;

/// <summary>A number that stands for all that is in a row: the same in every store, whose moments are no finer than
/// milliseconds.</summary>
internal static class RowDigest
{
    public static UInt128 Of(StoredRow row) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(StateJson.Of(json => Write(json, row))));

    private static void Write(Utf8JsonWriter json, StoredRow row)
    {
        switch (row)
        {
            case StoredRow.AResource(var resource):
                Write(json, "resource", resource.Workspace);
                json.WriteString("name", resource.Name.Display);
                json.Write("body", ResourceJson.Write(resource));
                break;
            case StoredRow.ANotice(var pending, var dueAt):
                var (number, notice, attempts) = pending;
                Write(json, "notice", notice.Workspace);
                json.WriteNumber("number", number);
                json.WriteString("to", RecipientText.Of(notice.To));
                json.Write("at", notice.At);
                json.WriteNumber("attempts", attempts);
                json.Write("dueAt", dueAt);
                json.Write("body", NoticeJson.Write(notice));
                break;
            case StoredRow.AViewer(var viewer):
                Write(json, "viewer", viewer.Workspace);
                json.WriteString("user", viewer.User.Value);
                json.Write("openedAt", viewer.OpenedAt);
                json.WriteNumber("page", viewer.Page);
                json.WriteString("filter", viewer.Filter);
                break;
            case StoredRow.AnInstallation(var installation):
                json.WriteString("kind", "installation");
                json.WriteString("key", installation.Key.Value);
                json.Write("body", InstallJson.Write(installation));
                break;
            case StoredRow.ARedeemedId(var id, var until):
                json.WriteString("kind", "redeemed");
                json.WriteString("id", id);
                json.Write("until", until);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Write(Utf8JsonWriter json, string kind, Workspace workspace)
    {
        json.WriteString("kind", kind);
        json.WriteString("team", workspace.Team.Value);
        json.Write("org", workspace.OrgInstall?.Value);
    }

    private static void Write(this Utf8JsonWriter json, string name, byte[] document)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(document, skipInputValidation: true);
    }
}
