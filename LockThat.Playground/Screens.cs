using System.Collections.Immutable;

namespace LockThat.Playground;

/// <summary>Everybody's Home and modals, and the form state of messages. The workspace's lock guards it.</summary>
sealed class Screens
{
    readonly Dictionary<string, OpenView> homes = [];
    readonly Dictionary<string, ImmutableArray<OpenView>> modals = [];

    public OpenView? Home(string userId) => homes.GetValueOrDefault(userId);

    public ImmutableArray<OpenView> Modals(string userId) => modals.GetValueOrDefault(userId, []);

    public void SetHome(OpenView home) => homes[home.UserId] = home;

    public void SetModals(string userId, ImmutableArray<OpenView> stack) => modals[userId] = stack;

    public OpenView? Find(string viewId) =>
        homes.Values.FirstOrDefault(home => home.Id == viewId) ?? modals.Values.SelectMany(stack => stack).FirstOrDefault(view => view.Id == viewId);

    public OpenView? FindByExternalId(string externalId) => homes.Values.Concat(modals.Values.SelectMany(stack => stack))
        .FirstOrDefault(view => view.View.TryGetProperty("external_id", out var id) && id.ValueEquals(externalId));

    public void Replace(OpenView view)
    {
        if (view.IsHome)
            SetHome(view);
        else
            SetModals(view.UserId, [.. Modals(view.UserId).Select(open => open.Id == view.Id ? view : open)]);
    }
}
