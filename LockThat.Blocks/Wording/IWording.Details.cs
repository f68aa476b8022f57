using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The page of a resource.
public partial interface IWording
{
    /// <summary>The command that opens it.</summary>
    CommandText ShowCommand { get; }

    /// <summary>Its title, and the choice that opens it.</summary>
    string DetailsTitle { get; }

    /// <summary>Above those in line.</summary>
    Prose InLineHeading { get; }

    /// <summary>Somebody in line.</summary>
    /// <param name="place">From 1.</param>
    Prose InLine(int place, WaitingLine wait);

    /// <summary>There are more in line than are shown.</summary>
    Prose MoreInLine(int count);

    /// <summary>Above the last events.</summary>
    Prose LastEventsHeading { get; }
}
