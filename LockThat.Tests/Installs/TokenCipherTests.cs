using System.Buffers.Text;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;

namespace LockThat.Tests.Installs;

public sealed class TokenCipherTests
{
    private static readonly TokenCipher Old = new([HostedApp.OldKey]);
    private static readonly TokenCipher Both = new([HostedApp.NewKey, HostedApp.OldKey]);
    private static readonly TokenCipher New = new([HostedApp.NewKey]);
    private static readonly InstallKey Acme = new("T0ACME001");

    [Theory]
    [InlineData("")]
    [InlineData("xoxb-1")]
    [InlineData("日本 & 🚀")]
    public void What_was_sealed_opens_for_its_purpose_and_owner_alone(string text)
    {
        var sealedText = Old.Seal(text, "token", "T1");

        Old.Open(sealedText, "token", "T1").ShouldBe(text);
        Old.Open(sealedText, "token", "T2").ShouldBeNull();
        Old.Open(sealedText, "state", "T1").ShouldBeNull();
        Old.Open(sealedText, "tokenT", "1").ShouldBeNull();
    }

    [Fact]
    public void The_same_text_never_looks_the_same_twice() =>
        Enumerable.Range(0, 1000).Select(_ => Old.Seal("xoxb-1", "token", "T1")).Distinct().Count().ShouldBe(1000);

    [Fact]
    public void Every_bit_that_was_changed_is_noticed()
    {
        var bytes = Base64Url.DecodeFromChars(Old.Seal("xoxb-1", "token", "T1"));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Old.Open(Base64Url.EncodeToString(bytes), "token", "T1").ShouldBeNull();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Old.Open(Base64Url.EncodeToString(bytes), "token", "T1").ShouldBe("xoxb-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AQ==")]
    [InlineData("AQ")]
    [InlineData("not base64url!")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_nobody_sealed_does_not_open(string text) => Old.Open(text, "token", "T1").ShouldBeNull();

    [Fact]
    public void White_space_and_padding_make_another_text_of_it()
    {
        var sealedText = Old.Seal("xoxb-1", "token", "T1");

        foreach (
            var other in (string[])
                [
                    sealedText + " ",
                    " " + sealedText,
                    sealedText + "=",
                    sealedText.Insert(9, "\n"),
                    sealedText[..^1] + " ",
                ]
        )
            Old.Open(other, "token", "T1").ShouldBeNull();
    }

    [Fact]
    public void The_first_key_seals_and_all_open()
    {
        var byOld = Old.Seal("xoxb-1", "token", "T1");
        var byBoth = Both.Seal("xoxb-1", "token", "T1");

        Both.Open(byOld, "token", "T1").ShouldBe("xoxb-1");
        (Both.IsOfFirstKey(byOld, "token", "T1"), Both.IsOfFirstKey(byBoth, "token", "T1")).ShouldBe((false, true));
        (New.Open(byBoth, "token", "T1"), New.Open(byOld, "token", "T1")).ShouldBe(("xoxb-1", null));
    }

    [Fact]
    public void What_is_sealed_apart_opens_apart_alone()
    {
        var apart = Old.Apart("state").Seal("xoxb-1", "token", "T1");

        Old.Apart("state").Open(apart, "token", "T1").ShouldBe("xoxb-1");
        Old.Open(apart, "token", "T1").ShouldBeNull();
        Old.Apart("other").Open(apart, "token", "T1").ShouldBeNull();
    }

    [Fact]
    public void A_token_and_what_renews_it_cannot_stand_in_each_others_place()
    {
        var stored = new BotToken("xoxb-1", "xoxe-1").Seal(Old, Acme);

        BotToken.Open(stored, Old, Acme).ShouldBe(new BotToken("xoxb-1", "xoxe-1"));
        BotToken.Open(new(stored.Refresh!), Old, Acme).ShouldBeNull();
        BotToken.Open(stored with { Refresh = stored.Access }, Old, Acme).ShouldBeNull();
        BotToken.Open(stored, Old, new("T0GLOBEX1")).ShouldBeNull();
    }

    [Fact]
    public void A_token_in_the_clear_prints_nothing_of_itself() =>
        $"{new BotToken("xoxb-1", "xoxe-1")}".ShouldBe("BotToken");
}
