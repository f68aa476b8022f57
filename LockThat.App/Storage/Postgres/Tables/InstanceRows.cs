using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about the instances that run, by which a later version will know whether one of this version
/// still does.</summary>
internal static class InstanceRows
{
    /// <summary>Often enough for an instance that was not seen for 30 seconds to be gone.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static NpgsqlCommand SayAlive(string instance) =>
        Statement.Of(SqlText.SaveInstance, Statement.With(instance), Statement.With(Schema.Version));

    public static NpgsqlCommand Forget(string instance) =>
        Statement.Of(SqlText.ForgetInstance, Statement.With(instance));
}
