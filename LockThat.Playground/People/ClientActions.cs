using LockThat.Playground.Interactivity;
using LockThat.Playground.Surfaces;

namespace LockThat.Playground.People;

/// <summary>The ways in which Slack's client lets a person act, and in which it answers them itself.</summary>
internal sealed record ClientActions(
    SlashCommands Commands,
    Interactions Interactions,
    ViewSubmissions Submissions,
    LifecycleEvents Events,
    Posts Posts
);
