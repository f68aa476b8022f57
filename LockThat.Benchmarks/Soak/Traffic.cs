using System.Globalization;
using LockThat.Blocks;

namespace LockThat.Benchmarks.Soak;

/// <summary>
/// The requests of a busy day, in their proportions: commands, buttons, forms and Homes. The resources are always the
/// same, so that any growth is the app's.
/// Locks last for seconds, so that ends and messages come all the time.
/// </summary>
internal sealed class Traffic(Uri slack)
{
    public const int Teams = 10;
    private const int People = 100;
    private const int Resources = 50;

    // Those who have their Home open, of each team.
    private const int Viewers = 5;

    private const int FirstTeam = 6_000_000;

    private readonly Payloads _payloads = new(slack);

    /// <summary>Everybody opens their Home who will keep it open.</summary>
    public static IEnumerable<Post> Opening(Random random) =>
        from team in Enumerable.Range(0, Teams)
        from viewer in Enumerable.Range(0, Viewers)
        select Payloads.HomeOpened(new(World.Team(FirstTeam + team), Person(team, viewer), random));

    public Post Next(Random random)
    {
        var team = random.Next(Teams);
        var who = new Somebody(World.Team(FirstTeam + team), Person(team, random.Next(People)), random);
        var resource = World.Resource(random.Next(Resources));
        var seconds = random.Next(2, 9);
        return random.Next(100) switch
        {
            < 25 => Payloads.Command(
                who,
                string.Create(CultureInfo.InvariantCulture, $"lock {resource} {seconds} s demo {random.Next(1000)}")
            ),
            < 28 => Payloads.Command(
                who,
                string.Create(CultureInfo.InvariantCulture, $"lock {resource} {seconds} s override")
            ),
            < 35 => Payloads.Command(who, $"unlock {resource}"),
            < 40 => Payloads.Command(who, $"extend {resource} 5 s"),
            < 50 => Payloads.Command(who, "list"),
            < 60 => Payloads.Command(who, "mine"),
            < 62 => Payloads.Command(who, $"delete {resource}"),
            < 64 => Payloads.Command(who, "lock"),
            < 66 => Payloads.Command(who, "help"),
            < 74 => _payloads.Click(who, Ids.Actions.Watch, resource),
            < 80 => _payloads.Click(who, Ids.Actions.Unlock, resource),
            < 83 => _payloads.Click(who, Ids.Actions.Lock, resource),
            < 89 => Payloads.Submission(who, resource, seconds),
            < 93 => Payloads.Suggestion(who, "te"),
            < 95 => Payloads.Shortcut(who),
            _ => Payloads.HomeOpened(who with { User = Person(team, random.Next(Viewers)) }),
        };
    }

    private static string Person(int team, int number) => World.Holder((team * People) + number);
}
