using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs.OAuth;

/// <summary>The result of checking a state that came back.</summary>
public abstract record StateReading
{
    private StateReading() { }

    /// <summary>Ours, from this browser, and in time. Only redeeming it shows whether it was used before.</summary>
    public sealed record Good(string Id, DateTimeOffset Until) : StateReading;

    public sealed record Expired : StateReading;

    /// <summary>Not ours, changed on the way, or from another browser.</summary>
    public sealed record Foreign : StateReading;
}

/// <summary>
/// The <c>state</c> of the install flow, which proves that the browser that comes back from Slack is the one that went
/// there. It is issued without being stored, so that nobody can fill the store by asking for many; only its use is
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
