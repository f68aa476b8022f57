using System.Collections;
using LockThat.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace LockThat.Tests.Browser;

/// <summary>The system's Chromium, started when the first test asks for it. A machine without one skips; CI may
/// not.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
    ];
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly string? Program = Array.Find(Places, File.Exists);

    private readonly Lazy<Task<Running>> _started = new(() => Start());

    public async Task<IBrowser> Browser()
    {
        if (Program is null)
        {
            const string reason = "Needs Chromium: apt-get install chromium.";
            if (IsCi)
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        var running = await _started.Value;
        if (running.MissingFonts is { } missing)
        {
            if (IsCi)
                Assert.Fail(missing);
            TestContext.Current.AddWarning(missing);
        }

        return running.Browser;
    }

    /// <summary>The packages that are missing for letters and emoji to be seen as they are, and not as boxes; null when
    /// none is.</summary>
    /// <param name="fontconfig">The file that says which fonts there are; null for the system's own.</param>
    public static async Task<string?> MissingFonts(string? fontconfig)
    {
        var (playwright, browser, missing) = await Start(fontconfig);
        await browser.DisposeAsync();
        playwright.Dispose();
        return missing;
    }

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    private static async Task<Running> Start(string? fontconfig = null)
    {
        var environment = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(one => $"{one.Key}", one => $"{one.Value}", StringComparer.Ordinal);
        if (fontconfig is not null)
            environment["FONTCONFIG_FILE"] = fontconfig;
        var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args = Arguments,
                Env = environment,
            }
        );
        var page = await browser.NewPageAsync();
        var drawn = await page.EvaluateAsync<Drawn>(Draw);
        await page.CloseAsync();
        var missing = (string[])
            [
                .. drawn.Letters ? [] : (string[])["fonts-dejavu-core"],
                .. drawn.Emoji ? [] : (string[])["fonts-noto-color-emoji"],
            ];
        return new(
            playwright,
            browser,
            missing.Length == 0 ? null : $"Pictures lack letters or emoji: apt-get install {string.Join(' ', missing)}."
        );
    }

    // Without a font of letters all letters are the same box; without one of emoji there is no colour.
    private const string Draw = """
        () => {
          const draw = text => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const pen = canvas.getContext("2d");
            pen.font = "24px sans-serif";
            pen.fillText(text, 4, 30);
            return [...pen.getImageData(0, 0, 40, 40).data];
          };
          const lock = draw("\u{1F512}");
          return {
            letters: draw("a").join() !== draw("b").join(),
            emoji: lock.some((part, at) => at % 4 === 0 && (part !== lock[at + 1] || part !== lock[at + 2])),
          };
        }
        """;

    private sealed record Running(IPlaywright Playwright, IBrowser Browser, string? MissingFonts);

    private sealed class Drawn
    {
        public bool Letters { get; set; }

        public bool Emoji { get; set; }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, browser, _) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
