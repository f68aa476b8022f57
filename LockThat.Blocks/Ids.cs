using System.Globalization;

namespace LockThat.Blocks;

/// <summary>Every action, block and callback id that the app writes and reads, once.</summary>
public static class Ids
{
    /// <summary>What a button or select does.</summary>
    public static class Actions
    {
        public const string Unlock = "unlock";
        public const string GiveBack = "give_back";
        public const string Watch = "watch";
        public const string Unwatch = "unwatch";

        /// <summary>"Lock" and "Lock again" where a lock for the default duration is meant.</summary>
        public const string LockNow = "lock_now";
    }

    /// <summary>Where in a message something stands: it says how the message is drawn again after a click.</summary>
    public static class Blocks
    {
        /// <summary>The buttons under an answer or a direct message about one resource.</summary>
        public const string One = "one";

        /// <summary>A row of the answer to <c>list</c>, followed by its number.</summary>
        public const string List = "list:";

        /// <summary>A row of the answer to <c>mine</c>, followed by its number.</summary>
        public const string Mine = "mine:";

        /// <summary>A row of the answer to <c>unlock</c> alone, followed by its number.</summary>
        public const string Which = "which:";
    }

    /// <summary>The views that answer by themselves.</summary>
    public static class Callbacks
    {
        /// <summary>The global shortcut "Lock a resource".</summary>
        public const string LockShortcut = "lock_resource";
    }
}

/// <summary>What a button knows of what it was drawn for: it travels in the button's value.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Lease">The id of the lease shown; null when it was shown as free.</param>
/// <param name="Until">The end shown.</param>
public sealed record ButtonValue(string Name, string? Lease = null, DateTimeOffset? Until = null)
{
    // Names and lease ids have no white space, so a space keeps them apart.
    private const char Between = ' ';

    public static ButtonValue Of(ResourceLine line) => new(line.Name, line.Lease?.Id, line.Lease?.Until);

    public static ButtonValue? Read(string? value)
    {
        var parts = (value ?? "").Split(Between);
        return parts switch
        {
            [{ Length: > 0 } name] => new(name),
            [{ Length: > 0 } name, { Length: > 0 } lease, var until] when ReadMoment(until) is { } moment => new(name, lease, moment),
            _ => null,
        };
    }

    public override string ToString() => Lease is null || Until is null
        ? Name
        : string.Create(CultureInfo.InvariantCulture, $"{Name}{Between}{Lease}{Between}{Until.Value.ToUnixTimeMilliseconds()}");

    private static DateTimeOffset? ReadMoment(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            && moment <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
            : null;
}
