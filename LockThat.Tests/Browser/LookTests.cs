using LockThat.Playground;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

public sealed class LookTests(Chromium chromium)
{
    [Fact]
    public async Task Shots()
    {
        await using var host = await UiHost.Start(new Clock(TimeProvider.System));
        var browser = await chromium.Browser();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var (name, width, height) in new[] { ("wide", 1280, 800), ("narrow", 390, 844) })
            {
                var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height }, TimezoneId = "Europe/Vienna", Locale = "en-US" });
                var page = await context.NewPageAsync();
                page.Console += (_, m) => Console.Error.WriteLine(m.Text);
                async Task Shot(string what) => await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{what}-{name}-{scheme}.png" });
                if (host.Engine.Workspace.Messages(Team.General, "U0ADA0001").Length == 0)
                {
                    await page.GotoAsync(host.Address + "/?as=grace");
                    await page.GetByLabel("Message #general").WaitForAsync();
                    await Shot("empty");
                    Samples.Fill(host.Engine);
                }
                await page.GotoAsync(host.Address + "/?as=ada");
                await page.GetByText("is not yours").WaitForAsync();
                await Shot("channel");
                await page.GetByLabel("Message #general").PressSequentiallyAsync("/lockthat ");
                await page.GetByRole(AriaRole.Option).First.WaitForAsync();
                await Shot("hints");
                await page.GotoAsync(host.Address + "/?as=ada&in=home");
                await page.GetByText("meeting-room-4").WaitForAsync();
                await Shot("home");
                host.Engine.Views.Open("U0ADA0001", Samples.Form);
                await page.GetByRole(AriaRole.Dialog).WaitForAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Lock", Exact = true }).Last.ClickAsync();
                await page.GetByText("Please").First.WaitForAsync(new() { Timeout = 3000 });
                await Shot("modal");
                host.Engine.Views.Close(host.Engine.Workspace.Modals("U0ADA0001")[0], true);
                await page.GotoAsync(host.Address + "/?as=ada&in=lockthat");
                await page.GetByText("writes to you").WaitForAsync();
                await Shot("dm");
                await context.CloseAsync();
            }
        }
    }
}
