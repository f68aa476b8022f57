namespace LockThat.Tests.Browser;

/// <summary>Pictures of boxes show nothing: a run without fonts says so.</summary>
public sealed class FontTests(Chromium chromium)
{
    private const string Letters = "/usr/share/fonts/truetype/dejavu";

    [Theory]
    [InlineData(Letters, "fonts-noto-color-emoji")]
    [InlineData("/nowhere", "fonts-dejavu-core fonts-noto-color-emoji")]
    public async Task A_machine_without_fonts_is_told_which_to_install(string fonts, string missing)
    {
        // Skips where there is no browser.
        await chromium.Browser();
        var folder = Directory.CreateTempSubdirectory("lockthat-fonts-");
        var file = Path.Combine(folder.FullName, "fonts.conf");
        await File.WriteAllTextAsync(
            file,
            $"<fontconfig><dir>{fonts}</dir><cachedir>{folder.FullName}</cachedir></fontconfig>",
            TestContext.Current.CancellationToken
        );

        var said = await Chromium.MissingFonts(file);

        folder.Delete(recursive: true);
        said.ShouldNotBeNull().ShouldEndWith($": apt-get install {missing}.");
    }
}
