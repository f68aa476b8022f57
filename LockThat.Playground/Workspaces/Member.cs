namespace LockThat.Playground.Workspaces;

/// <summary>Somebody in the workspace: a person, the app's bot user or Slackbot.</summary>
public sealed record Member(
    string Id,
    string Handle,
    string RealName,
    string TimeZone,
    string Colour,
    bool IsBot = false,
    bool IsAdmin = false,
    bool IsGuest = false
)
{
    public string Initials { get; } = string.Concat(RealName.Split(' ').Select(word => word[..1]));

    public string FirstName { get; } = RealName.Split(' ')[0];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
