using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

internal sealed partial class Surfaces
{
    // The rules of a team: the answers about them, and the buttons that they take away.
    private Dictionary<string, Message> OfRules =>
        new()
        {
            ["reply-not-allowed"] = Replies.Say(
                says.NotAllowed(Privilege.Override, isForAdministrators: true, ["U0BOB", "U0CLEO"])
            ),
            ["reply-not-allowed-of-slack"] = Replies.Say(
                says.NotAllowed(Privilege.Delete, isForAdministrators: true, [])
            ),
            ["reply-allowed-to-nobody"] = Replies.Say(
                says.NotAllowed(Privilege.Override, isForAdministrators: false, [])
            ),
            ["reply-guests-only-look"] = Replies.Say(says.GuestsOnlyLook),
            ["reply-not-by-locking"] = Replies.Say(says.NotByLocking(words.Name, mayCreate: true)),
            ["reply-not-by-locking-or-otherwise"] = Replies.Say(says.NotByLocking(words.Name, mayCreate: false)),
            ["reply-membership-unknown"] = Replies.Say(says.MembershipUnknown),
            ["reply-rules-saved"] = Replies.Say(says.RulesSaved),
            ["reply-rules-as-before"] = Replies.Say(says.RulesAsBefore),
            ["reply-setting-too-long"] = Replies.Say(says.SettingTooLong(says.LongestLockLabel, TimeSpan.FromDays(9))),
            ["reply-not-locked-without-override"] = Replies.Refused(
                says,
                Others with
                {
                    MayOverride = false,
                },
                says.NotLocked
            ),
            ["reply-not-locked-for-a-looking-guest"] = Replies.Refused(
                says,
                Others with
                {
                    MayUse = false,
                    MayOverride = false,
                },
                says.NotLocked
            ),
            ["reply-list-for-a-looking-guest"] = Replies.List(
                says,
                [Free with { MayUse = false }, Others with { MayUse = false, MayOverride = false }]
            ),
        };
}
