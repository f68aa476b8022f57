using LockThat.Tests.Storage.Contract;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Storage.Linear;

/// <summary>Histories find each flaw that a store may have. Sound stores are tried
/// in <see cref="StoreContract"/>.</summary>
public sealed class HistoriesTests : StoreOnDisk
{
    private const int Many = 3_000;

    [Theory]
    [InlineData(nameof(Flaw.AnswersFromThePast))]
    [InlineData(nameof(Flaw.ShowsThePast))]
    [InlineData(nameof(Flaw.LosesAWrite))]
    [InlineData(nameof(Flaw.LetsTwoDecideOnOneState))]
    [InlineData(nameof(Flaw.ForgetsToTell))]
    [InlineData(nameof(Flaw.TellsTwice))]
    public async Task A_store_with_a_flaw_is_found_out(string flaw)
    {
        var flawed = new FlawedStore(Store, Enum.Parse<Flaw>(flaw));

        var wrong = await new Histories(flawed, Store, Pass, seed: 20_261_122).FirstWrong(Many, Cancel);

        TestContext.Current.TestOutputHelper?.WriteLine(wrong.ShouldNotBeNull());
    }

    private Task Pass(TimeSpan time)
    {
        Time.Advance(time);
        return Task.CompletedTask;
    }
}
