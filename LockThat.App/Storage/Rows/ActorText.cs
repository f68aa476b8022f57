using System.Diagnostics;
using LockThat.App.Locks;

namespace LockThat.App.Storage.Rows;

/// <summary>
/// An actor as one text, the same in both stores. A person is Slack's id alone, as it was before there were other
/// actors; a run is the token's id, the maker's id and the run's name with a space between, because no id has a space.
/// </summary>
internal static class ActorText
{
    private const string Clock = "clock";

    public static string Of(Actor actor) =>
        actor switch
        {
            Actor.Person(var user) => user.Value,
            Actor.Run(var token, var name, var user) => $"{token} {user} {name}",
            Actor.Clock => Clock,
            _ => throw new UnreachableException(),
        };

    public static Actor Read(string text) =>
        text.Split(' ', 3) switch
        {
            [Clock] => Actor.Clock.Instance,
            [var token, var user, var name] => new Actor.Run(new(token), name, new(user)),
            _ => new Actor.Person(new(text)),
        };
}
