using System.Diagnostics;
using LockThat.App.Locks.Policies;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>The name of each setting of a team, as its field in the form has it.</summary>
internal static class SettingLabels
{
    public static string LabelOf(this IWording words, TeamSetting setting) =>
        setting switch
        {
            TeamSetting.DefaultLength => words.DefaultLengthLabel,
            TeamSetting.LongestLock => words.LongestLockLabel,
            TeamSetting.RemindBefore => words.RemindBeforeLabel,
            TeamSetting.TurnLength => words.TurnLengthLabel,
            TeamSetting.NewResources => words.NewResourcesLabel,
            TeamSetting.MayOverride => words.MayOverrideLabel,
            TeamSetting.MayEdit => words.MayEditLabel,
            TeamSetting.MayDelete => words.MayDeleteLabel,
            TeamSetting.Administrators => words.AdministratorsLabel,
            TeamSetting.AdministratorGroups => words.AdministratorGroupsLabel,
            TeamSetting.Guests => words.GuestsLabel,
            TeamSetting.WorkingDays => words.WorkingDaysLabel,
            TeamSetting.WorkStarts => words.WorkStartsLabel,
            TeamSetting.WorkEnds => words.WorkEndsLabel,
            TeamSetting.TimeZone => words.TimeZoneLabel,
            TeamSetting.RemoveUnusedAfter => words.RemoveUnusedLabel,
            TeamSetting.KeepHistory => words.KeepHistoryLabel,
            TeamSetting.AsksHolders => words.AsksHoldersLabel,
            _ => throw new UnreachableException(),
        };
}
