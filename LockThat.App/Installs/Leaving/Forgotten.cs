namespace LockThat.App.Installs.Leaving;

/// <summary>How much data of a workspace was deleted.</summary>
/// <param name="Resources">Resources, free ones included.</param>
/// <param name="Notices">Notices that nobody got.</param>
/// <param name="People">Homes that people had opened, their time zones, and people who had left.</param>
/// <param name="Events">The past of the resources.</param>
public readonly record struct Forgotten(int Resources, int Notices, int People, int Events)
{
    /// <summary>The sum of both.</summary>
    public static Forgotten operator +(Forgotten one, Forgotten other) =>
        new(
            one.Resources + other.Resources,
            one.Notices + other.Notices,
            one.People + other.People,
            one.Events + other.Events
        );

    /// <summary>The number of all deleted things.</summary>
    public int Total => Resources + Notices + People + Events;
}
