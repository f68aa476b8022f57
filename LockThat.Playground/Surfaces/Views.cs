using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Surfaces;

/// <summary>The outcome of a view that the app sent.</summary>
public abstract record ViewResult
{
    private ViewResult() { }

    public sealed record Shown(OpenView View) : ViewResult;

    /// <summary>Slack's error code, and its messages where it explains itself.</summary>
    public sealed record Refused(string Error, ImmutableArray<string> Messages) : ViewResult;
}

/// <summary>Opening, stacking, updating and publishing views by Slack's rules, whether they arrive by Web API or
/// acknowledgement.</summary>
internal sealed class Views(Workspace workspace)
{
    private const int MaxStack = 3;

    public ViewResult Open(string userId, JsonElement view) =>
        Checked(view, "modal")
        ?? workspace.Show<ViewResult>(screens =>
        {
            if (ExternalIdTaken(screens, view, exceptId: null))
                return Refused("duplicate_external_id");
            var opened = NewView(userId, view, previous: null);
            screens.SetModals(userId, [opened]);
            return new ViewResult.Shown(opened);
        });

    public ViewResult Push(string userId, JsonElement view) =>
        Checked(view, "modal")
        ?? workspace.Show<ViewResult>(screens =>
        {
            var stack = screens.Modals(userId);
            if (stack is [])
                return Refused("not_found");
            if (stack.Length >= MaxStack)
                return Refused("push_limit_reached");
            if (ExternalIdTaken(screens, view, exceptId: null))
                return Refused("duplicate_external_id");
            var pushed = NewView(userId, view, stack[^1]);
            screens.SetModals(userId, stack.Add(pushed));
            return new ViewResult.Shown(pushed);
        });

    public ViewResult Update(string? viewId, string? externalId, JsonElement view, string? hash) =>
        Checked(view, null)
        ?? workspace.Show<ViewResult>(screens =>
        {
            var old =
                viewId is not null ? screens.Find(viewId)
                : externalId is not null ? screens.FindByExternalId(externalId)
                : null;
            if (old is null || old.View.TypeOf() != view.TypeOf())
                return Refused("not_found");
            return Replace(screens, old, view, hash);
        });

    public ViewResult Publish(string userId, JsonElement view, string? hash) =>
        Checked(view, "home")
        ?? workspace.Show<ViewResult>(screens =>
        {
            if (screens.Home(userId) is { } old)
                return Replace(screens, old, view, hash);
            if (hash is not null)
                return Refused("hash_conflict");
            var home = NewView(userId, view, previous: null);
            screens.SetHome(home);
            return new ViewResult.Shown(home);
        });

    /// <summary>Closes this view and those on it; with <paramref name="whole"/> the stack.</summary>
    public void Close(OpenView view, bool whole) =>
        workspace.Show(screens =>
        {
            var stack = screens.Modals(view.UserId);
            var at = whole ? 0 : stack.Select(open => open.Id).ToList().IndexOf(view.Id);
            if (at >= 0)
                screens.SetModals(view.UserId, stack[..at]);
            return at;
        });

    /// <summary>Changes the state, the errors or the trouble of a view; its definition and hash stay.</summary>
    public void Amend(string viewId, Func<OpenView, OpenView> change) =>
        workspace.Show(screens =>
        {
            if (screens.Find(viewId) is { } view)
                screens.Replace(change(view));
            return true;
        });

    private ViewResult Replace(Screens screens, OpenView old, JsonElement view, string? hash)
    {
        if (hash is { Length: > 0 } && hash != old.Hash)
            return Refused("hash_conflict");
        if (ExternalIdTaken(screens, view, old.Id))
            return Refused("duplicate_external_id");
        var normal = Normal.View(view, workspace.Ids);
        var shown = old with
        {
            View = normal,
            Hash = NewHash(),
            State = FormState.Carry(old.State, normal.Get("blocks")),
            Errors = ImmutableDictionary<string, string>.Empty,
            Trouble = null,
        };
        screens.Replace(shown);
        return new ViewResult.Shown(shown);
    }

    private OpenView NewView(string userId, JsonElement view, OpenView? previous)
    {
        var id = workspace.Ids.Next("V0");
        var normal = Normal.View(view, workspace.Ids);
        return new()
        {
            Id = id,
            UserId = userId,
            Hash = NewHash(),
            View = normal,
            State = FormState.Initial(normal.Get("blocks")),
            RootId = previous?.RootId ?? id,
            PreviousId = previous?.Id,
        };
    }

    private string NewHash() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{workspace.Time.GetUtcNow().ToUnixTimeSeconds()}.{workspace.Ids.Next("")}"
        );

    private static bool ExternalIdTaken(Screens screens, JsonElement view, string? exceptId) =>
        view.Str("external_id") is { Length: > 0 } externalId
        && screens.FindByExternalId(externalId) is { } taken
        && taken.Id != exceptId;

    private static ViewResult.Refused? Checked(JsonElement view, string? type) =>
        Rules.ViewError(view, type) is var (error, problems) ? Refused(error, problems) : null;

    private static ViewResult.Refused Refused(string error, params ImmutableArray<string> messages) =>
        new(error, messages);
}
