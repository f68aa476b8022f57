using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Names;

public sealed class NamesTests
{
    [Fact]
    public void An_id_reads_as_slack_sent_it()
    {
        new TeamId("T1").ToString().ShouldBe("T1");
        new EnterpriseId("E1").ToString().ShouldBe("E1");
        new UserId("U1").ToString().ShouldBe("U1");
        new LeaseId("L1").ToString().ShouldBe("L1");
        new RequestId("R1").ToString().ShouldBe("R1");
    }

    [Fact]
    public void The_same_parts_give_the_same_short_request_id()
    {
        RequestId.Of("T1", "U1", "13345224609.738474920").ShouldBe(RequestId.Of("T1", "U1", "13345224609.738474920"));
        RequestId.Of("T1", "U1", "13345224609.738474920").Value.ShouldMatch("^[A-Za-z0-9_-]{16}$");
    }

    [Fact]
    public void Parts_are_told_apart_wherever_they_are_cut()
    {
        RequestId[] ids =
        [
            RequestId.Of("ab", "c"),
            RequestId.Of("a", "bc"),
            RequestId.Of("abc"),
            RequestId.Of("c", "ab"),
            RequestId.Of(),
        ];
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Two_spellings_of_a_name_are_one_key_in_a_workspace_and_another_elsewhere()
    {
        var key = new ResourceKey(new("T1"), ResourceName.Of("Site"));
        key.ShouldBe(new(new("T1"), ResourceName.Of("site")));
        key.ShouldNotBe(new(new("T2"), ResourceName.Of("site")));
    }
}
