using LockThat.App.Locks.Reactions;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A notice on its way, and when it may be tried (again).</summary>
internal sealed record NoticeRow(PendingNotice Pending, DateTimeOffset DueAt);
