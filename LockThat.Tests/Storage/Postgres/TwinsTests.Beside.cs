using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

public sealed partial class TwinsTests
{
    [Fact]
    public async Task A_name_that_an_older_instance_cannot_read_is_put_off_while_one_runs()
    {
        await Open();
        var fire = Some.For(TimeSpan.FromHours(1)) with { Name = Name("👩\u200D🚒") };
        await using (
            var source = NpgsqlDataSource.Create(
                $"{_database.Patient};Application Name={ConnectionText.FormerName};Pooling=false"
            )
        )
        await using (await source.OpenConnectionAsync(Cancel))
        {
            await Should.ThrowAsync<StoreUnavailableException>(Locks.Execute(Asks(Some.Ada), fire, Cancel));
            (await Names()).ShouldBeEmpty();
        }

        while (await IsPutOff())
            await Task.Yield();
        (await Names()).ShouldBe(["👩\u200D🚒"]);

        async Task<bool> IsPutOff()
        {
            try
            {
                (await Locks.Execute(Asks(Some.Ada), fire, Cancel)).ShouldHave<Locked>();
                return false;
            }
            catch (StoreUnavailableException)
            {
                return true;
            }
        }
    }
}
