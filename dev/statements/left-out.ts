// Columns that stay empty when a row of their table is made, or that some of its inserts have nothing for. Any other column that an
// insert leaves out is reported, so a new one is either filled or named here.
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  auth_company: ['deleted_at', 'decided_by', 'decided_at', 'decision_reason'],
  auth_login_log: ['user_id'],
  auth_ott: ['used_at', 'revoked_at'],
  auth_refresh_token: ['rotated_at'],
  auth_session: ['revoked_at', 'revoke_reason'],
  // Who registers has no licence date and no creator yet; who is created by an administrator has no password yet.
  auth_user: [
    'licence_expires_on',
    'created_by',
    'password_hash',
    'password_changed_at',
    'last_login_at',
    'decided_by',
    'decided_at',
    'decided_in',
    'decision_reason',
    'deleted_at',
    'email_verified_at',
    'phone_verified_at',
  ],
  auth_wrong_codes: ['stopped_at'],
  device_info: ['push_token', 'revoked_at'],
  instruction_event: ['data'],
  lead: ['lost_reason', 'investor_id'],
  membership_offer: ['decision', 'decided_at'],
  notification: ['read_at'],
  pending_change: ['decided_by', 'reason'],
  platform_access: ['write_agreed_by', 'write_agreed_at', 'ended_at', 'ended_by', 'ended_how'],
  reconciliation_report: ['since', 'as_of', 'error', 'finished_at'],
}
