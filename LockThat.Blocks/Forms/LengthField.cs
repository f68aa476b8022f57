using System.Globalization;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>"For how long" with its custom end: the same field in the lock and the override modal.</summary>
internal static class LengthField
{
    private const string Custom = "custom";

    private static readonly TimeSpan[] Lengths =
    [
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(7),
    ];

    /// <summary>The select, and the picker when the choice is Custom.</summary>
    public static Block[] Blocks(IWording words, LengthChoice? chosen, LengthLimits limits)
    {
        // A length that was asked for elsewhere is a choice, too.
        var options = Lengths
            .Concat(chosen?.Time is { } asked ? [asked] : [])
            .Where(length => length <= limits.Max)
            .Distinct()
            .Order()
            .Select(length => Option(words.Length(length), Seconds(length)))
            .Append(Option(words.CustomLength, Custom))
            .ToList();
        var initial =
            chosen is null ? Seconds(limits.Default)
            : chosen.IsCustom ? Custom
            : Seconds(chosen.Time ?? limits.Default);
        var select = new InputBlock
        {
            BlockId = Ids.Fields.Length,
            Label = words.LengthLabel,
            DispatchAction = true,
            Element = new StaticSelectMenu
            {
                ActionId = Ids.Fields.Value,
                Placeholder = words.LengthPlaceholder,
                Options = options,
                InitialOption = options.Find(option => option.Value == initial),
            },
        };
        return chosen is { IsCustom: true } ? [select, UntilPicker(words, chosen.Until)] : [select];
    }

    /// <summary>The select without Custom. A length that was asked for elsewhere is a choice, too.</summary>
    public static InputBlock Select(IWording words, TimeSpan? chosen, LengthLimits limits)
    {
        var length = chosen is { } asked && asked <= limits.Max ? asked : limits.Default;
        var options = Lengths
            .Where(choice => choice <= limits.Max)
            .Concat(chosen is null ? [] : [length])
            .Distinct()
            .Order()
            .Select(choice => Option(words.Length(choice), Seconds(choice)))
            .ToList();
        return new InputBlock
        {
            BlockId = Ids.Fields.Length,
            Label = words.LengthLabel,
            Element = new StaticSelectMenu
            {
                ActionId = Ids.Fields.Value,
                Placeholder = words.LengthPlaceholder,
                Options = options,
                InitialOption = options.Find(option => option.Value == Seconds(length)),
            },
        };
    }

    /// <summary>The length that a select shows as chosen; null when it shows none.</summary>
    public static TimeSpan? Chosen(InputBlock select) =>
        select.Element is StaticSelectMenu { InitialOption.Value: var seconds } ? ReadSeconds(seconds) : null;

    private static InputBlock UntilPicker(IWording words, DateTimeOffset? until) =>
        new()
        {
            BlockId = Ids.Fields.Until,
            Label = words.UntilLabel,
            Element = new DateTimePicker { ActionId = Ids.Fields.Value, InitialDateTime = until?.ToUnixTimeSeconds() },
        };

    public static LengthChoice? Read(ViewState state) =>
        state.Selected(Ids.Fields.Length, Ids.Fields.Value) switch
        {
            null => null,
            Custom => new(null, state.DateTime(Ids.Fields.Until, Ids.Fields.Value), IsCustom: true),
            var seconds => new(ReadSeconds(seconds), null, IsCustom: false),
        };

    private static Option Option(string label, string value) => new() { Text = new PlainText(label), Value = value };

    private static string Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? ReadSeconds(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

/// <summary>The choice of a length for a lock.</summary>
/// <param name="Time">A length from now on.</param>
/// <param name="Until">The end that was picked for Custom; null while none is.</param>
/// <param name="IsCustom">Whether Custom is chosen.</param>
public sealed record LengthChoice(TimeSpan? Time, DateTimeOffset? Until, bool IsCustom);

/// <summary>The settings of an operator for lengths.</summary>
/// <param name="Default">Chosen at first, when it is among the choices.</param>
/// <param name="Max">No choice is longer.</param>
public sealed record LengthLimits(TimeSpan Default, TimeSpan Max);
