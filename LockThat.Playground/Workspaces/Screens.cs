using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;

namespace LockThat.Playground.Workspaces;

/// <summary>Everybody's Home and modals, and the form state of messages. The workspace's lock guards it.</summary>
internal sealed class Screens
{
    private readonly Dictionary<string, OpenView> _homes = [];
    private readonly Dictionary<string, ImmutableArray<OpenView>> _modals = [];
    private readonly Dictionary<
        (string UserId, string ChannelId, string Ts),
        ImmutableDictionary<ElementKey, JsonElement>
    > _forms = [];

    public OpenView? Home(string userId) => _homes.GetValueOrDefault(userId);

    public ImmutableArray<OpenView> Modals(string userId) => _modals.GetValueOrDefault(userId, []);

    public void SetHome(OpenView home) => _homes[home.UserId] = home;

    public void SetModals(string userId, ImmutableArray<OpenView> stack) => _modals[userId] = stack;

    /// <summary>The values that this person entered in the elements of a message.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> Form(string userId, Message message) =>
        FormState.Carry(
            _forms.GetValueOrDefault(
                (userId, message.ChannelId, message.Ts),
                ImmutableDictionary<ElementKey, JsonElement>.Empty
            ),
            message.Blocks
        );

    public void SetForm(string userId, Message message, ImmutableDictionary<ElementKey, JsonElement> form) =>
        _forms[(userId, message.ChannelId, message.Ts)] = form;

    public OpenView? Find(string viewId) =>
        _homes.Values.FirstOrDefault(home => home.Id == viewId)
        ?? _modals.Values.SelectMany(stack => stack).FirstOrDefault(view => view.Id == viewId);

    public OpenView? FindByExternalId(string externalId) =>
        _homes
            .Values.Concat(_modals.Values.SelectMany(stack => stack))
            .FirstOrDefault(view => view.View.TryGetProperty("external_id", out var id) && id.ValueEquals(externalId));

    public void Replace(OpenView view)
    {
        if (view.IsHome)
            SetHome(view);
        else
            SetModals(view.UserId, [.. Modals(view.UserId).Select(open => open.Id == view.Id ? view : open)]);
    }
}
