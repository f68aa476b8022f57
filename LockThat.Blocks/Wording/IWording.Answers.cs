using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The answers that all commands, buttons and forms share, and those for what could not be done at all.
public partial interface IWording
{
    /// <summary>Nothing has that name.</summary>
    /// <param name="near">Names that are easily mistaken for it; may be none.</param>
    Prose NoSuchResource(string name, IReadOnlyList<string> near);

    /// <summary>Nothing has that name, and it may be a mistake, so that nothing was created.</summary>
    /// <param name="near">Names that are easily mistaken for it, at least one.</param>
    Prose NearName(string name, IReadOnlyList<string> near);

    /// <summary>The same at the field of a form.</summary>
    /// <param name="near">Names that are easily mistaken for it, at least one.</param>
    string NearNameAtField(string name, IReadOnlyList<string> near);

    /// <summary>It has changed since the button or form was drawn, so nothing was done.</summary>
    Prose Changed(ResourceLine line);

    /// <summary>It was deleted since the button or form was drawn.</summary>
    Prose Gone(string name);

    /// <summary>Instances of an older version still run, which do not know what was asked for. Soon they do
    /// not.</summary>
    string BeingUpgraded { get; }

    /// <summary>The app has no token for this workspace, so it can answer commands and do nothing else.</summary>
    /// <param name="site">Where it can be added anew; null when that is nowhere.</param>
    string NotInstalled(Uri? site);

    /// <summary>The app is not installed in the workspace of the request.</summary>
    /// <param name="site">Where it can be added; null when that is nowhere.</param>
    string NotServed(Uri? site);

    /// <summary>A button's form came too late for Slack to open it.</summary>
    string PressAgain { get; }

    /// <summary>A command's form came too late for Slack to open it.</summary>
    string TypeAgain { get; }

    /// <summary>The store does not answer.</summary>
    string NotStored { get; }

    /// <summary>The answer was due before the work was done.</summary>
    string TooSlow { get; }

    /// <summary>A bug.</summary>
    string Broken { get; }
}
