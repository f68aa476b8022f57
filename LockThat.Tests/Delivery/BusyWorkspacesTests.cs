using LockThat.App.Delivery;
using LockThat.App.Identifiers;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Delivery;

/// <summary>The order of deliveries when many workspaces want some.</summary>
public sealed class BusyWorkspacesTests
{
    private const int Turns = 64;
    private const int Most = 16;
    private static readonly TeamId Acme = Some.Acme.Team;
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly BusyWorkspaces _workspaces;

    public BusyWorkspacesTests() => _workspaces = new(Turns, Most, _time);

    [Fact]
    public void One_workspace_has_its_most_while_there_are_plenty()
    {
        Enter(Acme, Most - 1);
        _workspaces.Busy.ShouldBeEmpty();
        Enter(Acme, 1);
        _workspaces.Busy.ShouldBe([Acme]);
        _workspaces.Leave(Acme);
        _workspaces.Busy.ShouldBeEmpty();
    }

    [Fact]
    public void The_fewer_turns_are_left_the_fewer_one_may_have()
    {
        foreach (var number in Enumerable.Range(0, Turns / 2))
            Enter(new($"T{number}"), 1);
        _workspaces.MostAtOnce.ShouldBe(Most / 4);
        Enter(Acme, Most / 4);
        _workspaces.Busy.ShouldBe([Acme]);
        Enter(new("T0GLOBEX"), Turns / 2);
        _workspaces.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public void Whom_Slack_limits_waits_until_the_limit_is_over()
    {
        _workspaces.Close(Acme, TimeSpan.FromSeconds(5));
        _workspaces.Busy.ShouldBe([Acme]);
        _time.Advance(TimeSpan.FromSeconds(5));
        _workspaces.Busy.ShouldBeEmpty();
    }

    [Fact]
    public void For_whom_Slack_does_not_answer_one_at_a_time_is_tried_until_it_does()
    {
        _workspaces.Answered(Acme, hasAnswered: false);
        Enter(Acme, 1);
        (_workspaces.MostAtOnce, _workspaces.Busy.Single()).ShouldBe((1, Acme));
        _workspaces.Answered(Acme, hasAnswered: true);
        (_workspaces.MostAtOnce, _workspaces.Busy.Count).ShouldBe((Most, 0));
    }

    [Fact]
    public void A_silence_is_forgotten()
    {
        _workspaces.Answered(Acme, hasAnswered: false);
        _time.Advance(TimeSpan.FromMinutes(1));
        _workspaces.MostAtOnce.ShouldBe(Most);
    }

    private void Enter(TeamId team, int times)
    {
        for (var time = 0; time < times; time++)
            _workspaces.Enter(team);
    }
}
