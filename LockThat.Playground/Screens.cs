using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;

namespace LockThat.Playground;

/// <summary>Everybody's Home and modals, and the form state of messages. The workspace's lock guards it.</summary>
internal sealed class Screens
{
    private readonly Dictionary<string, OpenView> homes = [];
    private readonly Dictionary<string, ImmutableArray<OpenView>> modals = [];
    private readonly Dictionary<
        (string UserId, string ChannelId, string Ts),
        ImmutableDictionary<ElementKey, JsonElement>
    > forms = [];

    public OpenView? Home(string userId) => homes.GetValueOrDefault(userId);

    public ImmutableArray<OpenView> Modals(string userId) => modals.GetValueOrDefault(userId, []);

    public void SetHome(OpenView home) => homes[home.UserId] = home;

    public void SetModals(string userId, ImmutableArray<OpenView> stack) => modals[userId] = stack;

    /// <summary>What this person entered in the elements of a message.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> Form(string userId, Message message) =>
        FormState.Carry(
            forms.GetValueOrDefault(
                (userId, message.ChannelId, message.Ts),
                ImmutableDictionary<ElementKey, JsonElement>.Empty
            ),
            message.Blocks
        );

    public void SetForm(string userId, Message message, ImmutableDictionary<ElementKey, JsonElement> form) =>
        forms[(userId, message.ChannelId, message.Ts)] = form;

    public OpenView? Find(string viewId) =>
        homes.Values.FirstOrDefault(home => home.Id == viewId)
        ?? modals.Values.SelectMany(stack => stack).FirstOrDefault(view => view.Id == viewId);

    public OpenView? FindByExternalId(string externalId) =>
        homes
            .Values.Concat(modals.Values.SelectMany(stack => stack))
            .FirstOrDefault(view => view.View.TryGetProperty("external_id", out var id) && id.ValueEquals(externalId));

    public void Replace(OpenView view)
    {
        if (view.IsHome)
            SetHome(view);
        else
            SetModals(view.UserId, [.. Modals(view.UserId).Select(open => open.Id == view.Id ? view : open)]);
    }
}
