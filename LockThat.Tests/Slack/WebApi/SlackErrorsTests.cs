using LockThat.App.Slack.WebApi;

namespace LockThat.Tests.Slack.WebApi;

/// <summary>Slack's error codes, as its pages list them, and what is done about each.</summary>
public sealed class SlackErrorsTests
{
    private const string Documented = """
        not_authed invalid_auth account_inactive token_revoked org_login_required team_access_not_granted user_removed_from_team team_disabled token_expired
        missing_scope not_allowed_token_type no_permission access_denied ekm_access_denied two_factor_setup_required accesslimited is_bot method_deprecated
        unknown_method invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_post_type missing_post_type invalid_json
        json_not_object missing_charset ratelimited rate_limited request_timeout service_unavailable fatal_error internal_error team_added_to_org
        expired_trigger_id exchanged_trigger_id invalid_trigger_id trigger_expired trigger_exchanged view_too_large duplicate_external_id push_limit_reached
        not_found hash_conflict not_enabled missing_profile_id not_implemented
        channel_not_found not_in_channel is_archived no_text invalid_blocks invalid_blocks_format msg_blocks_too_long too_many_attachments
        attachment_payload_limit_exceeded messages_tab_disabled restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel
        restricted_action_non_threadable_channel restricted_action_thread_locked cannot_reply_to_message markdown_text_conflict metadata_too_large
        invalid_metadata_format invalid_metadata_schema message_limit_exceeded app_access_restricted team_not_found cannot_dm_bot metadata_must_be_sent_from_app
        too_many_contact_cards missing_file_data slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
        slack_connect_lists_sharing_blocked send_on_behalf_not_allowed draft_not_found duplicate_message_not_found duplicate_channel_not_found
        as_user_not_supported invalid_attachments user_not_in_channel msg_too_long
        message_not_found cant_update_message edit_window_closed is_inactive block_mismatch streaming_state_conflict external_channel_migrating update_failed
        no_dual_broadcast_content_update cant_broadcast_message cant_delete_message
        time_in_past time_too_far invalid_time restricted_too_many
        user_not_found user_not_visible user_disabled users_not_found users_list_not_supplied too_many_users not_enough_users invalid_user_combination
        method_not_supported_for_channel_type too_many_members channel_is_limited_access
        invalid_code bad_redirect_uri invalid_client_id bad_client_secret invalid_grant_type invalid_refresh_token no_scopes oauth_authorization_url_mismatch
        cannot_install_an_org_installed_app pkce_not_allowed invalid_code_verifier user_email_unverified preview_feature_not_available invalid_token
        token_already_exchanged token_rotation_not_enabled authorization_not_found missing_args forbidden_team insecure_request client_id_token_mismatch
        not_bearer_token
        """;

    public static TheoryData<string> Codes =>
        [.. Documented.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_documented_code_is_sorted(string code) => SlackErrors.IsKnown(code).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Codes))]
    public void Whatever_an_operator_must_mend_comes_with_what_to_do(string code) =>
        (SlackErrors.AdviceFor(code).Length > 0).ShouldBe(SlackErrors.RemedyFor(code) == Remedy.Operator);

    [Theory]
    [InlineData("cannot_dm_bot", Remedy.Never)]
    [InlineData("app_access_restricted", Remedy.Never)]
    [InlineData("is_archived", Remedy.Never)]
    [InlineData("invalid_blocks", Remedy.Never)]
    [InlineData("draft_not_found", Remedy.Never)]
    [InlineData("user_disabled", Remedy.AskAboutPerson)]
    [InlineData("channel_not_found", Remedy.AskAboutPerson)]
    [InlineData("messages_tab_disabled", Remedy.Operator)]
    [InlineData("ekm_access_denied", Remedy.Operator)]
    [InlineData("missing_scope", Remedy.Operator)]
    [InlineData("invalid_auth", Remedy.Operator)]
    [InlineData("restricted_action", Remedy.Operator)]
    [InlineData("account_inactive", Remedy.Never)]
    [InlineData("fatal_error", Remedy.Later)]
    [InlineData("expired_trigger_id", Remedy.Later)]
    [InlineData("an_error_of_next_year", Remedy.Later)]
    internal void A_code_says_whether_to_try_again(string code, Remedy remedy) =>
        SlackErrors.RemedyFor(code).ShouldBe(remedy);
}
