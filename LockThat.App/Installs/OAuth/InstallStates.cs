using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs.OAuth;

/// <summary>What a state that came back turned out to be.</summary>
public abstract record StateReading
{
    private StateReading() { }

    /// <summary>Ours, this browser's, and in time. Whether it was used before is known once it is redeemed.</summary>
    public sealed record Good(string Id, DateTimeOffset Until) : StateReading;

    public sealed record Expired : StateReading;

    /// <summary>Not ours, changed on the way, or another browser's.</summary>
    public sealed record Foreign : StateReading;
}

/// <summary>
/// The <c>state</c> of the install flow, which proves that whoever comes back from Slack is who went there. It is
/// issued without being stored anywhere, so that nobody fills the store by asking for many; only the use of one is
/// stored.
/// </summary>
public sealed class InstallStates(TokenCipher tokens, IInstallStore store, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string Purpose = "install state";
    private const char Between = '.';

    private readonly TokenCipher _cipher = tokens.Apart(Purpose);

    /// <param name="browser">The secret of the browser, which it has in a cookie.</param>
    public string Issue(string browser)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds();
        return _cipher.Seal(string.Create(CultureInfo.InvariantCulture, $"{id}{Between}{until}"), Purpose, browser);
    }

    public StateReading Read(string state, string browser)
    {
        if (_cipher.Open(state, Purpose, browser)?.Split(Between) is not [var id, var milliseconds])
            return new StateReading.Foreign();
        var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
        return until > time.GetUtcNow() ? new StateReading.Good(id, until) : new StateReading.Expired();
    }

    /// <summary>True once; false when it was used before.</summary>
    public Task<bool> Redeem(StateReading.Good state, CancellationToken cancellationToken) =>
        store.Redeem(state.Id, state.Until, cancellationToken);
}
