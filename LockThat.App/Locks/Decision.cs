namespace LockThat.App.Locks;

/// <summary>What a pure decision came to; the store commits <paramref name="Next"/> and <paramref name="Notices"/> together before anybody is answered.</summary>
/// <param name="Next">The resource from now on; null when there is none. The same instance and no notices: nothing is written.</param>
/// <param name="Outcome">What the asker is told.</param>
/// <param name="Notices">What others must be told.</param>
public sealed record Decision<T>(Resource? Next, T Outcome, IReadOnlyList<Notice> Notices);

/// <summary>What a decision needs to know beyond the resource, read where changes are serialised.</summary>
/// <param name="Now">The moment of the decision, cut to milliseconds.</param>
/// <param name="ResourcesInWorkspace">How many resources the workspace has, the one decided upon included when it exists.</param>
public readonly record struct Facts(DateTimeOffset Now, int ResourcesInWorkspace);

/// <summary>Who asks, from where, by which request.</summary>
/// <param name="Workspace">The workspace of the request.</param>
/// <param name="User">Who asks.</param>
/// <param name="Request">Equal for the same click or submission delivered again, which is then answered as the first time and changes nothing.</param>
public readonly record struct Asker(Workspace Workspace, UserId User, RequestId Request);

/// <summary>The lock that a button or modal was drawn for.</summary>
/// <param name="Lease">The lease shown.</param>
/// <param name="Until">The end shown, where the end matters.</param>
public readonly record struct Seen(LeaseId Lease, DateTimeOffset? Until = null);
