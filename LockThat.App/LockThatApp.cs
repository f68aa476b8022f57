namespace LockThat.App;

/// <summary>The whole composition of the app. The app itself, the Playground and the tests are built by these two methods alone.</summary>
public static class LockThatApp
{
    public static WebApplicationBuilder AddLockThat(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapLockThat(this WebApplication app) => app;
}
