using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>The events of the past as one person reads them.</summary>
/// <param name="words">The words of the reader.</param>
/// <param name="former">The people whose accounts ended so long ago that they are named no more.</param>
internal sealed class Past(IWording words, IReadOnlySet<UserId> former)
{
    private readonly HashSet<UserId> _people = [];

    /// <summary>The words of the reader.</summary>
    public IWording Words => words;

    /// <summary>Everybody whom the sentences so far are about.</summary>
    public IReadOnlyCollection<UserId> People => _people;

    /// <summary>The one that holds or did something.</summary>
    public ActorLine Of(Actor actor)
    {
        var line = ResourceLines.Of(actor);
        var person = new UserId(line.UserId);
        _people.Add(person);
        return line with { IsFormer = former.Contains(person) };
    }

    /// <summary>The values that every sentence has.</summary>
    public EventLine Line(ResourceEvent happened) => Line(happened, happened.Origin.By);

    /// <summary>The same where the clock did it, which is never named: a sentence about its events is about the person
    /// whom they befell.</summary>
    public EventLine Line(ResourceEvent happened, Actor who) =>
        new(happened.Origin.Name.Display, Of(who), happened.Origin.At);
}
