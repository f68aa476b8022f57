using System.Globalization;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that adds to the end of a lock.</summary>
public static class ExtendModal
{
    private static readonly TimeSpan[] Lengths =
    [
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(7),
    ];

    /// <summary>The filled-in values.</summary>
    public sealed record Answers(string? Resource = null, TimeSpan? By = null);

    /// <summary>For one lock of the reader's.</summary>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        ResourceLine line,
        LengthLimits limits,
        TimeSpan? by = null,
        Prose? news = null
    ) => View(words, memory.For(line), [.. Modals.News(news), SectionBlock.Of(words.State(line))], limits, by);

    /// <summary>To choose among the reader's locks.</summary>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        IReadOnlyList<ResourceLine> own,
        LengthLimits limits
    )
    {
        var options = own.Take(Limits.Options)
            .Select(line => new Option
            {
                Text = new PlainText(line.Name) { Emoji = false },
                Value = line.Name,
            })
            .ToList();
        return View(
            words,
            memory,
            [
                new InputBlock
                {
                    BlockId = Ids.Fields.Resource,
                    Label = words.ResourceLabel,
                    Element = new StaticSelectMenu
                    {
                        ActionId = Ids.Fields.Value,
                        Placeholder = words.OwnLockPlaceholder,
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
        IWording words,
        ModalMemory memory,
        IReadOnlyList<Block> about,
        LengthLimits limits,
        TimeSpan? by
    )
    {
        // A select needs a choice, so the shortest stays even where nothing can be added.
        var lengths = Lengths.Where((length, at) => at == 0 || length <= limits.Max).ToArray();
        var options = lengths
            .Select(length => new Option
            {
                Text = new PlainText(words.Length(length)),
                Value = ((long)length.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            })
            .ToList();
        var initial = Array.IndexOf(lengths, by ?? TimeSpan.FromHours(1));
        return new()
        {
            CallbackId = Ids.Callbacks.Extend,
            PrivateMetadata = memory.ToString(),
            Title = words.ExtendTitle,
            Submit = words.ExtendButton,
            Close = words.Cancel,
            Blocks =
            [
                .. about,
                new InputBlock
                {
                    BlockId = Ids.Fields.Length,
                    Label = words.ExtendByLabel,
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
