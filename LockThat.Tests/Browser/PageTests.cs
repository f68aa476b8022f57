using LockThat.Tests.Web;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>The pages of the app in a browser.</summary>
public sealed class PageTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task The_pages_are_for_everybody(ColorScheme scheme, int width)
    {
        await using var visitor = await Visitor.OfInstallation();
        await using var window = await (await chromium.Browser()).NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await window.NewPageAsync();
        var someone = new Someone(page, visitor.Address);
        foreach (
            var (path, name) in new[]
            {
                ("/", "landing"),
                ("/privacy", "privacy"),
                ("/terms", "terms"),
                ("/openapi", "openapi"),
                ("/missing", "missing"),
                ("/slack/oauth_redirect", "install"),
            }
        )
        {
            await page.GotoAsync(new Uri(visitor.Address, path).ToString());
            (await someone.Barriers()).ShouldBeEmpty(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
                width,
                $"{path} is wider than the window"
            );
            await someone.Photographed($"page-{name}-{scheme}-{width}".ToLowerInvariant());
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_another_server_and_nothing_is_refused()
    {
        await using var visitor = await Visitor.OfInstallation();
        await using var window = await (await chromium.Browser()).NewContextAsync();
        var page = await window.NewPageAsync();
        var (asked, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => said.Add(message.Text);
        foreach (var path in PagePaths.All)
        {
            await page.GotoAsync(
                new Uri(visitor.Address, path).ToString(),
                new() { WaitUntil = WaitUntilState.NetworkIdle }
            );
            foreach (var picture in await page.Locator("img").AllAsync())
                await picture.ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync(
                "[...document.images].every(image => image.complete && image.naturalWidth > 0)"
            );
        }

        asked.ShouldAllBe(url => url.StartsWith(visitor.Address.ToString(), StringComparison.Ordinal));
        asked.ShouldContain(url => url.Contains("home.png", StringComparison.Ordinal));
        said.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_thing_that_Tab_reaches_skips_what_is_on_every_page()
    {
        await using var visitor = await Visitor.OfInstallation();
        await using var window = await (await chromium.Browser()).NewContextAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(visitor.Address.ToString());
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("To the content");
        (await page.Locator(".skip").BoundingBoxAsync()).ShouldNotBeNull().Y.ShouldBeGreaterThanOrEqualTo(0);
    }
}
