using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>Every control of the top bar can be seen whole and pressed, at every width of the window and of the
/// letters.</summary>
public sealed class TopBarTests(Chromium chromium)
{
    private const string Covered = """
        controls => controls.filter(control => control.offsetParent !== null).filter(control => {
          const box = control.getBoundingClientRect();
          return ![box.left + 2, box.right - 2].every(x => control.contains(document.elementFromPoint(x, box.top + box.height / 2)));
        }).map(control => control.ariaLabel ?? control.textContent.trim())
        """;

    [Theory]
    [InlineData("DejaVu Sans", ColorScheme.Light)]
    [InlineData("DejaVu Sans Mono", ColorScheme.Dark)]
    public async Task Every_control_is_within_reach(string font, ColorScheme scheme)
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace", window: options => options.ColorScheme = scheme);
        await grace.Page.AddStyleTagAsync(
            new() { Content = $":root {{ font-family: '{font}', Verdana, sans-serif !important; }}" }
        );
        foreach (var width in (int[])[1600, 1360, 1280, 1180, 1100, 1024, 900, 768, 600, 390, 320])
        {
            await grace.Page.SetViewportSizeAsync(width, 800);
            await grace.Photographed($"top-bar-{font}-{scheme}-{width}".ToLowerInvariant().Replace(' ', '-'));
            (await grace.Page.Locator(".topbar :is(a, button)").EvaluateAllAsync<string[]>(Covered)).ShouldBeEmpty(
                $"{width} pixels, {font}"
            );
        }
    }
}
