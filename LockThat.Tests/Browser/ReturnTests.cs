namespace LockThat.Tests.Browser;

public sealed class ReturnTests(Chromium chromium)
{
    [Fact]
    public async Task The_page_comes_back_by_itself_when_the_Playground_does()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Types("before");
        await grace.Sees("before");
        await grace.Composer.FillAsync("half a thought");
        await slack.Restart();
        await grace.NoLongerSees("before");
        await grace.Until("document.querySelector('#composer')?.value === 'half a thought'");
        await grace.Types("after");
        await grace.Sees("after");
    }
}
