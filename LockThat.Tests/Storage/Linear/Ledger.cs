using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Linear;

/// <summary>
/// The acknowledgements of killed processes, in the order in which they said it. Somebody has a thing from the
/// line that says so up to the line that says that they ask to free it, which come after the one and before the other
/// is decided: nobody else may be told during that time that it is theirs.
/// </summary>
internal sealed class Ledger
{
    public const string Has = "has";
    public const string Takes = "takes";
    public const string Frees = "frees";
    public const string Told = "told";
    public const string Waits = "waits";

    private readonly Dictionary<string, string> _holders = [];
    private readonly HashSet<(string Name, string User)> _told = [];
    private readonly Dictionary<string, string> _waiting = [];

    /// <summary>How often somebody was told that something is theirs.</summary>
    public int Locks { get; private set; }

    /// <summary>The people who were told lately that they are in line, each for one thing.</summary>
    public IEnumerable<UserId> Waiting => _waiting.Values.TakeLast(20).Select(user => new UserId(user));

    public void Note(string line)
    {
        switch (line.Split(' '))
        {
            case [Has, var name, var user]:
                (_holders.TryAdd(name, user) || _holders[name] == user).ShouldBeTrue(
                    $"{user} was told to have {name}, which {_holders[name]} had"
                );
                Locks++;
                break;
            case [Takes, var name, var user]:
                _holders[name] = user;
                Locks++;
                break;
            case [Frees, var name, _]:
                _holders.Remove(name);
                break;
            case [Told, var name, var user]:
                _told.Add((name, user));
                break;
            case [Waits, var name, var user]:
                _waiting.Add(name, user);
                break;
            default:
                throw new InvalidOperationException($"What does it mean? {line}");
        }
    }

    /// <summary>A person who was told to have something and did not ask to free it has it, and one who was told to be
    /// in line is.</summary>
    public void ShouldBeIn(IReadOnlyList<Resource> resources)
    {
        var lines = resources.Where(resource => resource.Line.Count > 0).Select(resource => resource.Name.Display);
        _waiting.Keys.Except(lines).ShouldBeEmpty("They wait for these");
        var holders = resources.ToDictionary(
            resource => resource.Name.Display,
            resource => resource.Lease?.Holder.ToString()
        );
        foreach (var (name, user) in _holders)
            holders
                .GetValueOrDefault(name)
                .ShouldBeOneOf(
                    [user, .. IsTakenNext(name) ? [Some.Bob.Value] : Array.Empty<string>()],
                    $"{name} is {user}'s"
                );
    }

    /// <summary>A person who lost something was told of it, by one of the processes, and a holder was told that
    /// somebody waits; nobody else was told anything.</summary>
    public void ShouldHaveTold(IReadOnlyList<Resource> resources) =>
        _told.ShouldBe(
            [
                .. resources
                    .Where(resource => resource.Lease?.Holder == Some.Bob)
                    .Select(resource => (resource.Name.Display, $"U{resource.Name}")),
                .. resources
                    .Where(resource => resource.Line.Count > 0)
                    .Select(resource => (resource.Name.Display, Some.Bob.Value)),
            ],
            ignoreOrder: true
        );

    /// <summary>Each resource came to its state by what happened to it, each once.</summary>
    public static void ShouldBeToldBy(IEnumerable<ResourceEvent> events, IEnumerable<Resource> resources)
    {
        var told = events.ToLookup(happened => happened.Origin.Name.Display, happened => happened.GetType().Name);
        foreach (var resource in resources)
        {
            var kinds = told[resource.Name.Display].ToList();
            if (resource.Name.Display.StartsWith("shared-", StringComparison.Ordinal))
                (kinds[^1] is nameof(Unlocked)).ShouldBe(resource.Lease is null, string.Join(' ', kinds));
            else
                kinds.ShouldBe(
                    [
                        nameof(Locked),
                        .. resource.Lease?.Holder == Some.Bob ? [nameof(TakenOver)] : Array.Empty<string>(),
                        .. resource.Line.Count > 0 ? [nameof(Joined)] : Array.Empty<string>(),
                    ],
                    resource.Name.Display
                );
        }
    }

    // Its override may be decided already, and not acknowledged.
    private bool IsTakenNext(string name) => _holders[name] == $"U{name}";
}
