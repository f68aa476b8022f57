using System.Globalization;

namespace LockThat.App.Settings;

/// <summary>Reads single values and gathers the faults, each setting named once.</summary>
internal sealed class SettingValues(IConfiguration configuration)
{
    private readonly List<SettingFault> _faults = [];

    public IReadOnlyList<SettingFault> Faults => _faults;

    public void Fault(string key, string fault)
    {
        if (_faults.All(known => known.Key != key))
            _faults.Add(new(key, fault));
    }

    /// <summary>Compose files set a variable to nothing to say "not set".</summary>
    public string? Text(string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public void Require(string key, string fault)
    {
        if (Text(key) is null)
            Fault(key, fault);
    }

    public void Forbid(string key, string fault)
    {
        if (Text(key) is not null)
            Fault(key, fault);
    }

    public IReadOnlyList<string> List(string key, string fault)
    {
        var parts = Text(key)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (parts.Contains(""))
            Fault(key, fault);
        return parts;
    }

    public string? Token(string key, string prefix, string what)
    {
        var token = Text(key);
        if (
            token is not null
            && !(
                token.StartsWith(prefix, StringComparison.Ordinal)
                && token.Length > prefix.Length
                && token.All(IsVisible)
            )
        )
            Fault(key, $"has the wrong form: set {what}, which begins with {prefix}.");
        return token;
    }

    public Uri? Url(string key, string example, bool https = false)
    {
        if (Text(key) is not { } text)
            return null;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (!https || url.IsLoopback)))
            && url.Host.Length > 0
        )
        {
            return url;
        }

        Fault(key, $"is no {(https ? "https" : "http or https")} address: write one such as {example}.");
        return null;
    }

    public TimeSpan? Duration(string key, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
            return null;
        if (
            text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
            && time >= least
            && time <= most
        )
        {
            return time;
        }

        Fault(
            key,
            $"is no length of time from {least:c} to {most:c}: write days.hours:minutes:seconds, such as 1.00:00:00 for a day."
        );
        return null;
    }

    public int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
            return null;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        Fault(key, string.Create(CultureInfo.InvariantCulture, $"is no whole number from {least} to {most}."));
        return null;
    }

    private static bool IsVisible(char unit) => unit is > ' ' and < '\u007F';
}
