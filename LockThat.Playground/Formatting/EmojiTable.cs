using System.Collections.Frozen;

namespace LockThat.Playground.Formatting;

/// <summary>The shortcodes that apps use most; an unknown one stays the text that it is, as in Slack.</summary>
public static class EmojiTable
{
    private static readonly FrozenDictionary<string, string> Glyphs = Read(
        """
        lock 🔒|unlock 🔓|key 🔑|old_key 🗝️|lock_with_ink_pen 🔏|closed_lock_with_key 🔐|wave 👋|wrench 🔧|hammer 🔨|gear ⚙️|label 🏷️|package 📦
        white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|no_entry ⛔|no_entry_sign 🚫|warning ⚠️|rotating_light 🚨|construction 🚧
        bell 🔔|no_bell 🔕|hourglass ⌛|hourglass_flowing_sand ⏳|alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|clock1 🕐|clock3 🕒|clock4 🕓|clock9 🕘|mantelpiece_clock 🕰️
        calendar 📅|date 📅|spiral_calendar_pad 🗓️|eyes 👀|eye 👁️|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|raised_hand ✋|raising_hand 🙋|hand ✋|pray 🙏|clap 👏
        +1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|muscle 💪|handshake 🤝|bust_in_silhouette 👤|busts_in_silhouette 👥|ghost 👻|robot_face 🤖
        tada 🎉|confetti_ball 🎊|sparkles ✨|star ⭐|star2 🌟|fire 🔥|rocket 🚀|zap ⚡|bulb 💡|dart 🎯|trophy 🏆|gift 🎁|balloon 🎈|seedling 🌱|herb 🌿
        house 🏠|house_with_garden 🏡|office 🏢|door 🚪|desktop_computer 🖥️|computer 💻|iphone 📱|car 🚗|test_tube 🧪|microscope 🔬|satellite 🛰️|file_cabinet 🗄️
        heavy_plus_sign ➕|heavy_minus_sign ➖|heavy_multiplication_x ✖️|question ❓|grey_question ❔|exclamation ❗|bangbang ‼️|information_source ℹ️
        mag 🔍|mag_right 🔎|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|scroll 📜|book 📖|books 📚|bookmark 🔖|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|scissors ✂️
        wastebasket 🗑️|put_litter_in_its_place 🚮|speech_balloon 💬|thought_balloon 💭|left_speech_bubble 🗨️|mega 📣|loudspeaker 📢|email ✉️|envelope ✉️|inbox_tray 📥
        arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_forward ▶️|arrow_backward ◀️|leftwards_arrow_with_hook ↩️|arrow_right_hook ↪️|arrows_counterclockwise 🔄|repeat 🔁|back 🔙|soon 🔜|new 🆕|free 🆓|sos 🆘
        large_green_circle 🟢|red_circle 🔴|white_circle ⚪|black_circle ⚫|large_blue_circle 🔵|large_yellow_circle 🟡|large_orange_circle 🟠|large_purple_circle 🟣|large_brown_circle 🟤
        large_green_square 🟩|large_red_square 🟥|large_yellow_square 🟨|white_large_square ⬜|black_large_square ⬛|small_blue_diamond 🔹|small_orange_diamond 🔸|black_small_square ▪️
        heart ❤️|green_heart 💚|blue_heart 💙|purple_heart 💜|broken_heart 💔|smile 😄|slightly_smiling_face 🙂|grinning 😀|joy 😂|wink 😉|blush 😊|sunglasses 😎|thinking_face 🤔|sweat_smile 😅|cry 😢|sob 😭|zzz 💤|sleeping 😴|shrug 🤷|100 💯
        coffee ☕|pizza 🍕|cake 🍰|beers 🍻|sunny ☀️|moon 🌙|crescent_moon 🌙|umbrella ☔|rainbow 🌈|earth_africa 🌍|globe_with_meridians 🌐|shield 🛡️|crown 👑|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️
        """
    );

    public static string? Glyph(string name) => Glyphs.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Read(string table) =>
        table
            .Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split(' ', 2))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);
}
