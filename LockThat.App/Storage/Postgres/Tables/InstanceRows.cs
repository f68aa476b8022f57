using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about running instances, so that a later version can tell whether one of this version still
/// runs.</summary>
internal static class InstanceRows
{
    /// <summary>Short enough, because an instance that was not seen for 30 seconds counts as gone.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static NpgsqlCommand SayAlive(string instance) =>
        Statement.Of(SqlText.SaveInstance, Statement.With(instance), Statement.With(Schema.Version));

    public static NpgsqlCommand Forget(string instance) =>
        Statement.Of(SqlText.ForgetInstance, Statement.With(instance));
}
