using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LockThat.Tests.Installs;

internal sealed partial class SlackStandIn
{
    private static readonly string Basic =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));

    /// <summary>The page. The person at it answers at once.</summary>
    private void Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        if (
            asked["client_id"] != ClientId
            || asked["scope"] != "commands,chat:write,users:read"
            || asked["from"] != "test"
        )
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var redirectUri = asked["redirect_uri"].ToString();
        var answer = Person is { } person ? $"code={NewCode(person, redirectUri)}" : "error=access_denied";
        http.Response.Redirect(
            QueryHelpers.AddQueryString($"{redirectUri}?{answer}", "state", asked["state"].ToString())
        );
    }

    private string NewCode(Grant person, string redirectUri)
    {
        var code = $"code-{Interlocked.Increment(ref _last)}";
        _codes[code] = (person, redirectUri);
        return code;
    }

    private string Access(ApiCall call)
    {
        if (call.Authorization != Basic)
            return Refusal("bad_client_secret");
        var form = QueryHelpers.ParseQuery(call.Body);
        if (form.TryGetValue("refresh_token", out var refresh))
            return _refreshes.TryRemove($"{refresh}", out var owner)
                ? Object([("ok", true), .. Token(owner)])
                : Refusal("invalid_refresh_token");
        if (!_codes.TryRemove(form["code"].ToString(), out var known))
            return Refusal("invalid_code");
        return known.RedirectUri == form["redirect_uri"] ? Granted(known.Grant) : Refusal("bad_redirect_uri");
    }

    private string Granted(Grant grant) =>
        Object([
            ("ok", true),
            ("app_id", "A0LOCKTHAT"),
            ("scope", "commands,chat:write,users:read"),
            ("bot_user_id", "U0LOCKTHAT"),
            ("team", grant.IsOrgWide ? null : Named(grant.Owner, grant.Name)),
            (
                "enterprise",
                grant.Enterprise is null ? null : Named(grant.Enterprise, grant.IsOrgWide ? grant.Name : "Grid Inc")
            ),
            ("is_enterprise_install", grant.IsOrgWide),
            ("authed_user", new JsonObject { ["id"] = grant.Installer }),
            .. Token(grant.Owner),
        ]);

    private (string, JsonNode?)[] Token(string owner)
    {
        var number = Interlocked.Increment(ref _last);
        var (token, refresh) = ($"xoxb-t0ken-{owner}-{number}", $"xoxe-r3fresh-{owner}-{number}");
        _owners[token] = owner;
        if (!Rotates)
            return [("token_type", "bot"), ("access_token", token)];
        _refreshes[refresh] = owner;
        return [("token_type", "bot"), ("access_token", token), ("refresh_token", refresh), ("expires_in", 43200)];
    }

    private static JsonObject Named(string id, string name) => new() { ["id"] = id, ["name"] = name };
}
