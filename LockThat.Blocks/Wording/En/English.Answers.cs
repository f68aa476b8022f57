using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose NoSuchResource(string name, IReadOnlyList<string> near) =>
        Prose.Of(
            $":mag: There is no resource {new CodeSpan(name)} here.{IsNamed(near)} {Example("/lockthat list")} shows all, {Example($"/lockthat create {name}")} makes it."
        );

    public Prose NearName(string name, IReadOnlyList<string> near) =>
        Prose.Of($":mag: There is no {new CodeSpan(name)}.{IsNamed(near)}");

    public string NearNameAtField(string name, IReadOnlyList<string> near) =>
        $"There is no {name}. Did you mean {string.Join(" or ", near)}? To make a new one, use New resource.";

    public Prose Changed(ResourceLine line) =>
        Prose.Of($":eyes: *Nothing was done,* because this has changed since. {Held(line)}");

    public Prose Gone(string name) =>
        Prose.Of($":eyes: *Nothing was done,* because {new CodeSpan(name)} has been deleted since.");

    public string BeingUpgraded =>
        "LockThat is being updated just now, and this begins in a minute. Please try again then.";

    public string NotInstalled(Uri? site)
    {
        const string What =
            "LockThat is not installed in this workspace any more, so it can open no forms and send no messages.";
        return site is null
            ? $"{What} Please ask who runs it."
            : $"{What} Somebody can add it anew at {site.AbsoluteUri}";
    }

    public string NotServed(Uri? site)
    {
        const string What = "LockThat is not installed in this workspace, so nothing was done.";
        return site is null ? $"{What} Please ask who runs it." : $"{What} Somebody can add it at {site.AbsoluteUri}";
    }

    public string PressAgain => "Slack could not open the form just now. Please press again.";

    public string TypeAgain => "Slack could not open the form just now. Please enter it again.";

    public string NotStored => "Sorry, that could not be saved just now. Please try again in a moment.";

    public string TooSlow =>
        "Sorry, that took too long, and it may or may not have been done. Please look with `/lockthat list`, and try again if it was not.";

    public string Broken => "Sorry, something went wrong on our side. Please try again.";

    private static Prose IsNamed(IReadOnlyList<string> near) =>
        near.Count == 0
            ? Prose.None
            : Prose.Of($" Did you mean {Prose.Join(" or ", near.Select(name => Prose.Of($"{new CodeSpan(name)}")))}?");

    private Prose Held(ResourceLine line) => Prose.Of($"{State(line)}{Watched(line)}");
}
