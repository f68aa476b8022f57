using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

public sealed class ComposerTests(Chromium chromium)
{
    [Fact]
    public async Task A_slash_offers_the_commands_and_a_word_narrows_them()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Composer.PressSequentiallyAsync("/lockthat ");
        await grace.Sees("Hold it longer");
        await grace.Composer.PressSequentiallyAsync("l");
        await grace.NoLongerSees("Hold it longer");
        await Assertions.Expect(grace.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Tab_completes_the_command_and_its_arguments_stay_in_sight()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Composer.PressSequentiallyAsync("/lockthat ext");
        await grace.Sees("Hold it longer");
        await grace.Presses("Tab");
        await grace.Until("document.querySelector('#composer').value === '/lockthat extend '");
        await grace.Sees("NAME LENGTH");
        await grace.Page.Keyboard.TypeAsync("x 1 h");
        await grace.Until("document.querySelector('#composer').value === '/lockthat extend x 1 h'");
    }

    [Fact]
    public async Task Escape_closes_the_offer_and_Enter_sends_what_stands_there()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answers("Help!", "text/plain");
        var grace = await slack.As("grace");
        await grace.Composer.PressSequentiallyAsync("/lockthat hel");
        await grace.Sees("Show every command");
        await grace.Presses("Escape");
        await grace.NoLongerSees("Show every command");
        await grace.Presses("Enter");
        await grace.Sees("Help!");
        slack.App.Last.Fields["text"].ShouldBe("hel");
    }

    [Fact]
    public async Task The_arrow_up_brings_back_what_was_sent()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Types("first");
        await grace.Types("second");
        await grace.Sees("second");
        await grace.Presses("ArrowUp", "ArrowUp");
        await grace.Until("document.querySelector('#composer').value === 'first'");
        await grace.Presses("ArrowDown");
        await grace.Until("document.querySelector('#composer').value === 'second'");
    }

    [Fact]
    public async Task Shift_and_Enter_starts_a_new_line()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Composer.FillAsync("one");
        await grace.Presses("End", "Shift+Enter");
        await grace.Page.Keyboard.TypeAsync("two");
        (await grace.Composer.InputValueAsync()).ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task The_command_that_the_keys_have_reached_is_in_sight()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace", window: small => small.ViewportSize = new() { Width = 1280, Height = 500 });
        await grace.Composer.PressSequentiallyAsync("/lockthat ");
        await grace.Sees("Hold it longer");
        await grace.Presses("ArrowUp");
        await Assertions
            .Expect(grace.Page.GetByRole(AriaRole.Option, new() { Selected = true }))
            .ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
