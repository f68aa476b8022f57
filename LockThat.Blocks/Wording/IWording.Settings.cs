using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The rules that a team makes for itself.
public partial interface IWording
{
    /// <summary>The page with the rules of the team, and the choice that opens it.</summary>
    string SettingsTitle { get; }

    /// <summary>The command that opens it.</summary>
    CommandText SettingsCommand { get; }

    /// <summary>The button that opens the form of a line.</summary>
    string ChangeButton { get; }

    /// <summary>The button that sends a form.</summary>
    string SaveSubmit { get; }

    /// <summary>A field for people, while nobody is chosen.</summary>
    string PeoplePlaceholder { get; }

    /// <summary>The line about locks.</summary>
    string LocksLine { get; }

    /// <summary>The line about rights.</summary>
    string RightsLine { get; }

    /// <summary>A line of the page, with what holds now.</summary>
    Prose SettingsLine(SettingsLine line);

    /// <summary>The choice of the length that the operator has set.</summary>
    string UsualLength(TimeSpan length);

    /// <summary>The choice: everybody.</summary>
    string AnybodyChoice { get; }

    /// <summary>The choice: administrators alone.</summary>
    string AdministratorsChoice { get; }

    /// <summary>The choice: not even administrators.</summary>
    string NobodyChoice { get; }

    /// <summary>The choice: everybody creates, also by locking what does not exist.</summary>
    string CreatesAlsoByLocking { get; }

    /// <summary>The choice: everybody creates, but not by locking.</summary>
    string CreatesNotByLocking { get; }

    /// <summary>The choice: guests may do what everybody may.</summary>
    string GuestsMayEverything { get; }

    /// <summary>The choice: guests may only look.</summary>
    string GuestsMayLook { get; }

    /// <summary>Nobody is named as administrator beside those of Slack.</summary>
    string OnlyOfSlack { get; }

    /// <summary>At a field: the length is more than may be.</summary>
    string AtMost(TimeSpan most);

    /// <summary>The field for the length of a lock for which nobody said one.</summary>
    string DefaultLengthLabel { get; }

    /// <summary>The field for the longest lock.</summary>
    string LongestLockLabel { get; }

    /// <summary>The field for how long before its end a holder is reminded.</summary>
    string RemindBeforeLabel { get; }

    /// <summary>The field for how long a turn lasts.</summary>
    string TurnLengthLabel { get; }

    /// <summary>The field for who creates resources, and how.</summary>
    string NewResourcesLabel { get; }

    /// <summary>The field for the people who may override.</summary>
    string MayOverrideLabel { get; }

    /// <summary>The field for the people who may edit.</summary>
    string MayEditLabel { get; }

    /// <summary>The field for the people who may delete.</summary>
    string MayDeleteLabel { get; }

    /// <summary>The field for the people who are administrators.</summary>
    string AdministratorsLabel { get; }

    /// <summary>The field for the user groups whose people are administrators.</summary>
    string AdministratorGroupsLabel { get; }

    /// <summary>The field for what guests may do.</summary>
    string GuestsLabel { get; }

    /// <summary>The field for the working days.</summary>
    string WorkingDaysLabel { get; }

    /// <summary>The field for when work starts.</summary>
    string WorkStartsLabel { get; }

    /// <summary>The field for when work ends.</summary>
    string WorkEndsLabel { get; }

    /// <summary>The field for the team's time zone.</summary>
    string TimeZoneLabel { get; }

    /// <summary>The field for when unused resources are removed.</summary>
    string RemoveUnusedLabel { get; }

    /// <summary>The field for how long events are kept.</summary>
    string KeepHistoryLabel { get; }

    /// <summary>The field for whether holders are asked if they still need it.</summary>
    string AsksHoldersLabel { get; }

    /// <summary>The rules of the team keep a thing to administrators, or to nobody.</summary>
    /// <param name="right">The thing that the reader may not do.</param>
    /// <param name="isForAdministrators">Whether administrators may.</param>
    /// <param name="named">The administrators whom the team has named.</param>
    Prose NotAllowed(Privilege right, bool isForAdministrators, IReadOnlyList<string> named);

    /// <summary>Guests may only look.</summary>
    Prose GuestsOnlyLook { get; }

    /// <summary>Locking creates nothing here.</summary>
    /// <param name="name">The name that was typed.</param>
    /// <param name="mayCreate">Whether the reader may create it.</param>
    Prose NotByLocking(string name, bool mayCreate);

    /// <summary>It depends on what the reader is in their workspace, and Slack does not say.</summary>
    Prose MembershipUnknown { get; }

    /// <summary>The rules are changed.</summary>
    Prose RulesSaved { get; }

    /// <summary>The rules are what was asked for, and were before.</summary>
    Prose RulesAsBefore { get; }

    /// <summary>A length is more than may be.</summary>
    /// <param name="setting">The label of its field.</param>
    /// <param name="most">The most that may be.</param>
    Prose SettingTooLong(string setting, TimeSpan most);

    /// <summary>The history: the rules of the team were changed.</summary>
    /// <param name="settings">The labels of the fields that were changed.</param>
    Prose HistoryRulesChanged(EventLine line, IReadOnlyList<string> settings);

    /// <summary>The kind of events that are changed rules.</summary>
    string RulesKind { get; }
}
