namespace LockThat.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_app_can_be_named() => typeof(LockThat.App.LockThatApp).Name.ShouldBe("LockThatApp");
}
