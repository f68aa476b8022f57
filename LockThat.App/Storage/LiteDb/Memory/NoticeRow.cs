using LockThat.App.Locks.Reactions;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A notice on its way, and the moment of its next try.</summary>
internal sealed record NoticeRow(PendingNotice Pending, DateTimeOffset DueAt);
