using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
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

    public Prose RulesSaved => Prose.Of($":white_check_mark: *Saved.* The new rules hold from now on.");

    public Prose RulesAsBefore => Prose.Of($":information_source: *Nothing new:* these are the rules already.");

    public Prose SettingTooLong(string setting, TimeSpan most) =>
        Prose.Of($":warning: *Nothing was changed.* {setting} can be {Length(most)} here at most.");

    public Prose HistoryRulesChanged(EventLine line, IReadOnlyList<string> settings) =>
        Past(line, Prose.Of($":gear: {By(line.By)} changed the rules of the team: {string.Join(", ", settings)}"));

    public string RulesKind => "Rules of the team";
}
