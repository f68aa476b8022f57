using System.Globalization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The form that adds to the end of a lock.</summary>
public static class ExtendModal
{
    private static readonly (string Label, TimeSpan Time)[] Lengths =
    [
        ("30 minutes", TimeSpan.FromMinutes(30)),
        ("1 hour", TimeSpan.FromHours(1)),
        ("4 hours", TimeSpan.FromHours(4)),
        ("1 day", TimeSpan.FromDays(1)),
        ("1 week", TimeSpan.FromDays(7)),
    ];

    /// <summary>What somebody filled in.</summary>
    public sealed record Answers(string? Resource = null, TimeSpan? By = null);

    /// <summary>For one lock of the reader's.</summary>
    public static ModalViewDefinition For(
        ModalMemory memory,
        ResourceLine line,
        LengthLimits limits,
        TimeSpan? by = null,
        Prose? news = null
    ) => View(memory.For(line), [.. Modals.News(news), Modals.Text(line.State)], limits, by);

    /// <summary>To choose among the reader's locks.</summary>
    public static ModalViewDefinition For(ModalMemory memory, IReadOnlyList<ResourceLine> own, LengthLimits limits)
    {
        var options = own.Take(Limits.Options)
            .Select(line => new Option
            {
                Text = new PlainText(line.Name) { Emoji = false },
                Value = line.Name,
            })
            .ToList();
        return View(
            memory,
            [
                new InputBlock
                {
                    BlockId = Ids.Fields.Resource,
                    Label = "Resource",
                    Element = new StaticSelectMenu
                    {
                        ActionId = Ids.Fields.Value,
                        Placeholder = "Choose one of your locks",
                        Options = options,
                        InitialOption = options is [var only] ? only : null,
                    },
                },
            ],
            limits,
            by: null
        );
    }

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ModalMemory memory, ViewState state) =>
        new(
            memory.Name ?? state.Selected(Ids.Fields.Resource, Ids.Fields.Value),
            state.Selected(Ids.Fields.Length, Ids.Fields.Value) is { } chosen
            && int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0
                ? TimeSpan.FromSeconds(seconds)
                : null
        );

    private static ModalViewDefinition View(
        ModalMemory memory,
        IReadOnlyList<Block> about,
        LengthLimits limits,
        TimeSpan? by
    )
    {
        // A select needs a choice, so the shortest stays even where nothing can be added.
        var lengths = Lengths.Where((length, at) => at == 0 || length.Time <= limits.Max).ToArray();
        var options = lengths
            .Select(length => new Option
            {
                Text = new PlainText(length.Label),
                Value = ((long)length.Time.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            })
            .ToList();
        var initial = Array.FindIndex(lengths, length => length.Time == (by ?? TimeSpan.FromHours(1)));
        return new()
        {
            CallbackId = Ids.Callbacks.Extend,
            PrivateMetadata = memory.ToString(),
            Title = "Extend a lock",
            Submit = "Extend",
            Close = "Cancel",
            Blocks =
            [
                .. about,
                new InputBlock
                {
                    BlockId = Ids.Fields.Length,
                    Label = "By how long",
                    Element = new StaticSelectMenu
                    {
                        ActionId = Ids.Fields.Value,
                        Options = options,
                        InitialOption = initial < 0 ? null : options[initial],
                    },
                },
            ],
        };
    }
}
