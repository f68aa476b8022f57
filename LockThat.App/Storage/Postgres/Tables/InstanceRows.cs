using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about running instances: a thing that an older version does not know begins when no instance
/// of that version was seen for 30 seconds.</summary>
internal static class InstanceRows
{
    /// <summary>Short enough, because an instance that was not seen for 30 seconds counts as gone.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static NpgsqlCommand SayAlive(string instance) =>
        Statement.Of(
            SqlText.SaveInstance,
            Statement.With(instance),
            Statement.With(Schema.Version),
            Statement.With(ConnectionText.FormerNames.Select(former => former.Name).ToArray()),
            Statement.With(ConnectionText.FormerNames.Select(former => former.Version).ToArray())
        );

    /// <summary>Whether an instance runs, or ran a moment ago, that knows the tables only as they were before this
    /// version.</summary>
    public static NpgsqlCommand HasOlder(int version) =>
        Statement.Of(
            SqlText.HasOlderInstance,
            Statement.With(version),
            Statement.With(
                ConnectionText
                    .FormerNames.Where(former => former.Version < version)
                    .Select(former => former.Name)
                    .ToArray()
            )
        );

    public static NpgsqlCommand Forget(string instance) =>
        Statement.Of(SqlText.ForgetInstance, Statement.With(instance));
}
