// Columns that an insert intentionally leaves out, by the place of its statement and its table. Any
// other column that an insert leaves out is reported, so a new one has to be filled or listed here,
// and one that is filled by now has to be removed.
type Tables = Readonly<Record<string, readonly string[]>>

const undecided = ['decided_by', 'decided_at', 'decided_in', 'decision_reason']

export const LEFT_OUT: Readonly<Record<string, Tables>> = {
  'services/auth codes/queries.ts countWrongCode': { auth_wrong_codes: ['stopped_at'] },
  'services/auth codes/queries.ts insertCode': { auth_ott: ['used_at', 'revoked_at'] },
  'services/auth companies/queries.ts insertCompany': {
    auth_company: ['deleted_at', 'decided_by', 'decided_at', 'decision_reason'],
  },
  'services/auth membership-offers/queries.ts insertOffer': {
    membership_offer: ['decision', 'decided_at'],
  },
  'services/auth notifications/queries.ts insertNotification': { notification: ['read_at'] },
  'services/auth platform-access/queries.ts insertAccess': {
    platform_access: ['write_agreed_by', 'write_agreed_at', 'ended_at', 'ended_by', 'ended_how'],
  },
  // A self-registered user has no licence date and no creator yet.
  'services/auth registration/queries.ts insertApplicant': {
    auth_user: [
      'licence_expires_on',
      'created_by',
      'last_login_at',
      ...undecided,
      'deleted_at',
      'email_verified_at',
      'phone_verified_at',
    ],
  },
  'services/auth sessions/queries.ts insertRefreshToken': { auth_refresh_token: ['rotated_at'] },
  'services/auth sessions/queries.ts insertSession': {
    auth_session: ['revoked_at', 'revoke_reason'],
  },
  'services/auth sessions/queries.ts logUnknownLogin': { auth_login_log: ['user_id'] },
  'services/auth sessions/queries.ts trustDevice': { device_info: ['push_token', 'revoked_at'] },
  // A user created by an administrator has no password yet.
  'services/auth users/queries.ts insertUser': {
    auth_user: [
      'password_hash',
      'password_changed_at',
      'last_login_at',
      ...undecided,
      'deleted_at',
      'email_verified_at',
      'phone_verified_at',
    ],
  },
  'services/crm instructions/queries.ts insertInstruction': { instruction: ['repeat_of'] },
  'services/crm client-messages/queries.ts insertMessage': {
    client_message: [
      'provider_id',
      'sent_at',
      'delivered_at',
      'read_at',
      'replaced_by',
      'fall_back_at',
      'waits_until',
    ],
  },
  'services/crm instructions/plans/mandate/queries.ts insertMandate': {
    plan_mandate: ['document', 'document_hash', 'link_expires_at', 'signed_at'],
  },
  'services/crm instructions/plans/queries.ts insertPlan': {
    plan: ['status_reason', 'paused_by', 'next_due_on'],
  },
  'services/crm instructions/plans/runs/queries.ts insertRun': { plan_run: ['retry_on'] },
  // A subscription that has just been approved: the mandate holds the document and the account.
  'services/crm instructions/plans/runs/queries.ts insertMandated': {
    instruction: [
      'status_reason',
      'target_product_code',
      'target_product',
      'units',
      'bank_account_id',
      'document',
      'link_expires_at',
      'sent_at',
      'bib_reference',
      'allocated_units',
      'allocated_nav',
      'allocated_amount',
      'settled_on',
      'payment',
      'duplicate_of',
      'amount_reason',
      'allocated_fee',
      'allocated_target',
      'corrected_at',
      'refund',
      'paying',
      'payment_state',
      'repeat_of',
    ],
  },
  'services/crm handovers/queries.ts moveInstructionsOf': { instruction_event: ['data'] },
  'services/crm investors/consents/queries.ts insertConsent': {
    consent: ['withdrawn_at', 'withdrawal_reason'],
  },
  'services/crm lead-imports/queries.ts insertAll': { lead: ['lost_reason', 'investor_id'] },
  'services/crm reconciliations/queries.ts openReport': {
    reconciliation_report: ['since', 'as_of', 'error', 'finished_at'],
  },
  'packages/kit oversight/second-person.ts waitsForSecond': {
    pending_change: ['decided_by', 'reason'],
  },
  // Filled once there is a statement.
  'services/crm statements/queries.ts keepNothing': {
    client_statement: ['as_of', 'made_at', 'key_id', 'key_en'],
  },
  'services/crm statements/queries.ts keepWaiting': {
    client_statement: ['as_of', 'made_at', 'key_id', 'key_en'],
  },
}
