using System.Runtime.CompilerServices;

namespace LockThat.App.Storage.Postgres.Sql;

/// <summary>The statements: each stands in a file of its own, under its name.</summary>
internal static class SqlText
{
    // Sql/Server
    public static string CountConnections { get; } = Read();
    public static string CreateSchema { get; } = Read();
    public static string FindRights { get; } = Read();
    public static string FindVersion { get; } = Read();
    public static string HasSchema { get; } = Read();
    public static string HoldSchema { get; } = Read();
    public static string LimitTransaction { get; } = Read();
    public static string Ping { get; } = Read();
    public static string SaveVersion { get; } = Read();

    // Sql/Steps
    public static string CreateTables { get; } = Read();
    public static string IndexPeople { get; } = Read();
    public static string NameTwins { get; } = Read();
    public static string KeepEvents { get; } = Read();
    public static string KeepLines { get; } = Read();
    public static string KeepPolicies { get; } = Read();
    public static string KeepPeople { get; } = Read();
    public static string KeepFormerMembers { get; } = Read();

    // Sql/Resources
    public static string FindResourcesById { get; } = Read();
    public static string CountAll { get; } = Read();
    public static string IsAnyDue { get; } = Read();
    public static string ListParticipants { get; } = Read();
    public static string ListResources { get; } = Read();
    public static string ListWaiting { get; } = Read();

    // Sql/Changes
    public static string BeginWorkspaces { get; } = Read();
    public static string FindResources { get; } = Read();
    public static string HoldDue { get; } = Read();
    public static string HoldResources { get; } = Read();
    public static string HoldWorkspace { get; } = Read();
    public static string SavePolicy { get; } = Read();
    public static string WriteChanges { get; } = Read();
    public static string WriteLines { get; } = Read();

    // Sql/History
    public static string FileEvents { get; } = Read();
    public static string FindNewestInTail { get; } = Read();
    public static string FindPosition { get; } = Read();
    public static string HasTailUpTo { get; } = Read();
    public static string ListEventsAfter { get; } = Read();
    public static string ListPage { get; } = Read();
    public static string ListPageOfKinds { get; } = Read();
    public static string ListPageOfPerson { get; } = Read();
    public static string ListPageOfResource { get; } = Read();
    public static string PruneEvents { get; } = Read();

    // Sql/Instances
    public static string ForgetInstance { get; } = Read();
    public static string HasOlderInstance { get; } = Read();
    public static string SaveInstance { get; } = Read();

    // Sql/Notices
    public static string ClaimNotices { get; } = Read();
    public static string DeleteNotices { get; } = Read();
    public static string PutOffNotice { get; } = Read();
    public static string ReleaseNotices { get; } = Read();

    // Sql/Viewers
    public static string ClaimViewersBehind { get; } = Read();
    public static string FindViewers { get; } = Read();
    public static string ForgetViewer { get; } = Read();
    public static string ListViewers { get; } = Read();
    public static string SaveViewer { get; } = Read();
    public static string SetShown { get; } = Read();

    // Sql/People
    public static string FindPerson { get; } = Read();
    public static string ForgetPerson { get; } = Read();
    public static string ListPeople { get; } = Read();
    public static string SavePerson { get; } = Read();
    public static string SetZone { get; } = Read();

    // Sql/Members
    public static string AddFormerMembers { get; } = Read();
    public static string DeleteFormerMember { get; } = Read();
    public static string FindFormerMembers { get; } = Read();
    public static string ReadFormerMembers { get; } = Read();
    public static string SaveFormerMember { get; } = Read();

    // Sql/Installations
    public static string DeleteInstallation { get; } = Read();
    public static string FindInstallation { get; } = Read();
    public static string FindInstallations { get; } = Read();
    public static string HoldInstallation { get; } = Read();
    public static string ListInstallations { get; } = Read();
    public static string Redeem { get; } = Read();
    public static string SaveInstallation { get; } = Read();

    // Sql/Workspaces
    public static string ForgetEvents { get; } = Read();
    public static string FindPolicy { get; } = Read();
    public static string ForgetFormerMembers { get; } = Read();
    public static string ForgetNotices { get; } = Read();
    public static string ForgetPolicy { get; } = Read();
    public static string ForgetPeople { get; } = Read();
    public static string ForgetPosition { get; } = Read();
    public static string ForgetResources { get; } = Read();
    public static string ForgetViewers { get; } = Read();
    public static string ForgetWaits { get; } = Read();
    public static string ListReached { get; } = Read();
    public static string ListTeamsOf { get; } = Read();

    // Sql/Twins
    public static string FindTeamOfTwins { get; } = Read();
    public static string FindTwins { get; } = Read();
    public static string HoldTwins { get; } = Read();
    public static string KeepUntold { get; } = Read();
    public static string NameTwin { get; } = Read();
    public static string TellTwins { get; } = Read();

    // Sql/Bulk
    public static string AddEvents { get; } = Read();
    public static string AddInstallations { get; } = Read();
    public static string AddNotices { get; } = Read();
    public static string AddPolicies { get; } = Read();
    public static string AddPeople { get; } = Read();
    public static string AddPositions { get; } = Read();
    public static string AddRedeemed { get; } = Read();
    public static string AddResources { get; } = Read();
    public static string AddViewers { get; } = Read();
    public static string AddWaits { get; } = Read();
    public static string CountResources { get; } = Read();
    public static string HoldForReading { get; } = Read();
    public static string HoldForWriting { get; } = Read();
    public static string NumberNoticesOn { get; } = Read();
    public static string NumberEventsOn { get; } = Read();
    public static string ReadEvents { get; } = Read();
    public static string ReadNotices { get; } = Read();
    public static string ReadPolicies { get; } = Read();
    public static string ReadPositions { get; } = Read();
    public static string ReadRedeemed { get; } = Read();
    public static string ReadResources { get; } = Read();
    public static string ReadWaits { get; } = Read();

    private static string Read([CallerMemberName] string name = "")
    {
        var resource = $"{typeof(SqlText).Namespace}.{name}.sql";
        using var file =
            typeof(SqlText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the app");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
