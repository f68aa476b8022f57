using System.Collections.Frozen;

namespace LockThat.App.Slack.WebApi;

/// <summary>The treatment of a call that Slack refused.</summary>
internal enum Remedy
{
    /// <summary>The same call may succeed later; unknown codes count as this.</summary>
    Later,

    /// <summary>The same call will be refused for ever.</summary>
    Never,

    /// <summary>Refused for ever, and Slack is asked whether the person's account is deactivated.</summary>
    AskAboutPerson,

    /// <summary>An operator or administrator must change something first.</summary>
    Operator,
}

/// <summary>
/// Every error code that Slack documents for the methods that the app calls or may come to call, and its treatment.
/// <see href="https://docs.slack.dev/reference/methods">Slack's pages.</see>
/// </summary>
internal static class SlackErrors
{
    private static readonly string[] Later =
    [
        "ratelimited",
        "rate_limited",
        "request_timeout",
        "service_unavailable",
        "fatal_error",
        "internal_error",
        "team_added_to_org",
        "token_expired",
        "update_failed",
        "external_channel_migrating",
        "streaming_state_conflict",
        // The app is not installed there; messages may be delivered when it comes back.
        "not_authed",
        // A new call may succeed, with a fresh trigger or the newest view.
        "expired_trigger_id",
        "exchanged_trigger_id",
        "invalid_trigger_id",
        "trigger_expired",
        "trigger_exchanged",
        "push_limit_reached",
        "not_found",
        "hash_conflict",
    ];

    private static readonly string[] AskAboutPerson =
    [
        "user_not_found",
        "users_not_found",
        "user_disabled",
        "user_not_visible",
        "channel_not_found",
    ];

    private static readonly string[] Never =
    [
        // The person or the channel.
        "cannot_dm_bot",
        "app_access_restricted",
        "is_archived",
        "is_inactive",
        "user_not_in_channel",
        "method_not_supported_for_channel_type",
        "invalid_user_combination",
        "too_many_users",
        "not_enough_users",
        "users_list_not_supplied",
        "too_many_members",
        "slack_connect_canvas_sharing_blocked",
        "slack_connect_file_link_sharing_blocked",
        "slack_connect_lists_sharing_blocked",
        // The message or view is gone, or is not ours to change.
        "message_not_found",
        "cant_update_message",
        "cant_delete_message",
        "edit_window_closed",
        "cannot_reply_to_message",
        "block_mismatch",
        "no_dual_broadcast_content_update",
        "cant_broadcast_message",
        "duplicate_message_not_found",
        "duplicate_channel_not_found",
        // The token never works again; a new installation has another one. Or the code was used, or is too old.
        "account_inactive",
        "token_revoked",
        "invalid_code",
        "invalid_code_verifier",
        "invalid_refresh_token",
        "token_already_exchanged",
        "authorization_not_found",
        // The request was wrong.
        "no_text",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_too_long",
        "too_many_attachments",
        "invalid_attachments",
        "attachment_payload_limit_exceeded",
        "markdown_text_conflict",
        "metadata_too_large",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_must_be_sent_from_app",
        "too_many_contact_cards",
        "missing_file_data",
        "send_on_behalf_not_allowed",
        "as_user_not_supported",
        "view_too_large",
        "duplicate_external_id",
        "missing_profile_id",
        "not_implemented",
        "time_in_past",
        "time_too_far",
        "invalid_time",
        "restricted_too_many",
        "invalid_arguments",
        "missing_argument",
        "missing_args",
        "invalid_arg_name",
        "invalid_array_arg",
        "invalid_charset",
        "invalid_form_data",
        "invalid_post_type",
        "missing_post_type",
        "invalid_json",
        "json_not_object",
        "missing_charset",
        "invalid_grant_type",
        "not_bearer_token",
    ];

    private const string InstallAnew = "Install the app in the workspace anew, or renew Slack:BotToken";
    private const string AskAnAdministrator = "An administrator of the workspace must allow it";
    private const string FromTheManifest =
        "Bring the app's configuration up to date from the manifest, and install it anew";

    private static readonly FrozenDictionary<string, string> Advices = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        [InstallAnew] =
        [
            "invalid_auth",
            "org_login_required",
            "team_access_not_granted",
            "user_removed_from_team",
            "team_disabled",
            "team_not_found",
            "invalid_token",
            "token_rotation_not_enabled",
        ],
        [FromTheManifest] =
        [
            "missing_scope",
            "not_allowed_token_type",
            "messages_tab_disabled",
            "not_enabled",
            "is_bot",
            "method_deprecated",
            "unknown_method",
            "no_scopes",
            "invalid_client_id",
            "bad_client_secret",
            "client_id_token_mismatch",
            "bad_redirect_uri",
            "oauth_authorization_url_mismatch",
            "pkce_not_allowed",
            "preview_feature_not_available",
            "insecure_request",
        ],
        [AskAnAdministrator] =
        [
            "no_permission",
            "access_denied",
            "ekm_access_denied",
            "two_factor_setup_required",
            "accesslimited",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked",
            "channel_is_limited_access",
            "forbidden_team",
            "cannot_install_an_org_installed_app",
            "user_email_unverified",
        ],
        ["Invite the app to the channel"] = ["not_in_channel"],
        ["The workspace's plan takes no more messages for now"] = ["message_limit_exceeded"],
    }
        .SelectMany(advice => advice.Value.Select(error => (error, advice.Key)))
        .ToFrozenDictionary(one => one.error, one => one.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Remedy> Remedies = Later
        .Select(error => (error, Remedy.Later))
        .Concat(Never.Select(error => (error, Remedy.Never)))
        .Concat(AskAboutPerson.Select(error => (error, Remedy.AskAboutPerson)))
        .Concat(Advices.Keys.Select(error => (error, Remedy.Operator)))
        .ToFrozenDictionary(one => one.error, one => one.Item2, StringComparer.Ordinal);

    /// <summary>Whether the code is in the table.</summary>
    public static bool IsKnown(string error) => Remedies.ContainsKey(error) || IsOfADraft(error);

    /// <summary>The treatment of a code.</summary>
    public static Remedy RemedyFor(string error) =>
        IsOfADraft(error) ? Remedy.Never : Remedies.GetValueOrDefault(error, Remedy.Later);

    /// <summary>The advice for an operator.</summary>
    public static string AdviceFor(string error) => Advices.GetValueOrDefault(error, "");

    // Slack documents a family of codes that concern only its own clients.
    private static bool IsOfADraft(string error) => error.StartsWith("draft_", StringComparison.Ordinal);
}
