using System.Diagnostics;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public string SettingsTitle => "Settings";

    public CommandText SettingsCommand { get; } = new("", "see and change the rules of your team");

    public string ChangeButton => "Change";

    public string SaveSubmit => "Save";

    public string PeoplePlaceholder => "Choose people";

    public string LocksLine => "Locks";

    public string RightsLine => "Rights";

    public Prose SettingsLine(SettingsLine line) =>
        Prose.Join(
            "\n",
            line.Values.Select(value => Prose.Of($"{new OwnWords(value.Label)}: {value.Value}"))
                .Prepend(Prose.Of($"*{new OwnWords(line.Title)}*"))
        );

    public string UsualLength(TimeSpan length) => $"As usual: {Length(length)}";

    public string AnybodyChoice => "Anybody";

    public string AdministratorsChoice => "Administrators";

    public string NobodyChoice => "Nobody";

    public string CreatesAlsoByLocking => "Anybody, also by locking";

    public string CreatesNotByLocking => "Anybody, but not by locking";

    public string GuestsMayEverything => "May do what everybody may";

    public string GuestsMayLook => "May only look";

    public string OnlyOfSlack => "the workspace's owners and admins";

    public string AtMost(TimeSpan most) => $"At most {Length(most)}.";

    public string DefaultLengthLabel => "Default length";

    public string LongestLockLabel => "Longest lock";

    public string RemindBeforeLabel => "Reminder before the end";

    public string TurnLengthLabel => "Time to take a turn";

    public string NewResourcesLabel => "New resources";

    public string MayOverrideLabel => "Who may override";

    public string MayEditLabel => "Who may edit";

    public string MayDeleteLabel => "Who may delete";

    public string AdministratorsLabel => "Administrators";

    public string AdministratorGroupsLabel => "Administrator groups";

    public string GuestsLabel => "Guests";

    public string WorkingDaysLabel => "Working days";

    public string WorkStartsLabel => "Work starts";

    public string WorkEndsLabel => "Work ends";

    public string TimeZoneLabel => "Time zone";

    public string RemoveUnusedLabel => "Remove resources unused for";

    public string KeepHistoryLabel => "Keep history for";

    public string AsksHoldersLabel => "Ask holders if they still need it";

    public Prose NotAllowed(Privilege right, bool isForAdministrators, IReadOnlyList<string> named) =>
        isForAdministrators
            ? Prose.Of(
                $":no_entry: *Nothing was done.* Only administrators may {Doing(right)} here: {Named(named)}the workspace's owners and admins."
            )
            : Prose.Of($":no_entry: *Nothing was done.* The rules of this team let nobody {Doing(right)}.");

    public Prose GuestsOnlyLook =>
        Prose.Of(
            $":no_entry: *Nothing was done.* Guests may only look here: they see everything, can be told when something is free, and can free what they hold. All others of this workspace may lock."
        );

    public Prose NotByLocking(string name, bool mayCreate) =>
        Prose.Of(
            $":information_source: *Nothing was locked.* There is no {new CodeSpan(name)}, and locking creates nothing here. {(mayCreate ? Prose.Of($"{Example($"/lockthat create {name}")} creates it.") : Prose.Of($"Administrators create resources."))}"
        );

    public Prose MembershipUnknown =>
        Prose.Of(
            $":warning: *Nothing was done.* It depends on what you are in this workspace, and Slack does not say just now. Please try again in a minute."
        );

    public Prose RulesSaved => Prose.Of($":white_check_mark: *Saved.* The new rules hold from now on.");

    public Prose RulesAsBefore => Prose.Of($":information_source: *Nothing new:* these are the rules already.");

    public Prose SettingTooLong(string setting, TimeSpan most) =>
        Prose.Of($":warning: *Nothing was changed.* {setting} can be {Length(most)} here at most.");

    public Prose HistoryRulesChanged(EventLine line, IReadOnlyList<string> settings) =>
        Past(line, Prose.Of($":gear: {By(line.By)} changed the rules of the team: {string.Join(", ", settings)}"));

    public string RulesKind => "Rules of the team";

    private static string Doing(Privilege right) =>
        right switch
        {
            Privilege.Use => "lock",
            Privilege.Override => "override",
            Privilege.Edit => "edit",
            Privilege.Delete => "delete",
            Privilege.Create => "create resources",
            Privilege.ChangeRules => "change the rules",
            _ => throw new UnreachableException(),
        };

    private static Prose Named(IReadOnlyList<string> people) =>
        people.Count == 0
            ? Prose.None
            : Prose.Of($"{Prose.Join(", ", people.Select(person => Prose.Of($"{new UserMention(person)}")))} and ");
}
