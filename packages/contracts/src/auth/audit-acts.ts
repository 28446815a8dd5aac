// What the audit trail records: tables whose changes triggers write, and acts that change no row.
// Both lists type the words, so that a table or an act without words does not compile.

/** Tables with `kit.audit`: created, changed, deleted. */
export const auditTables = [
  'lead',
  'lead_activity',
  'investor',
  'investor_individual',
  'investor_institutional',
  'investor_bank_account',
  'investor_document',
  'investor_risk_profile',
  'investor_token',
  'consent',
  'client_preference',
  'instruction',
  'instruction_token',
  'instruction_evidence',
  'payment_decision',
  'plan',
  'plan_mandate',
  'plan_run',
  'auth_user',
  'auth_membership',
  'membership_offer',
  'platform_access',
  'auth_role',
  'auth_company',
  'device_info',
  'code_list_entry',
  'risk_questionnaire',
  'pending_change',
  'message_template',
  'market_holiday_change',
  'bank_change',
  'client_told',
  'client_statement',
  'client_link',
  'licence_reminder',
  'reconciliation_report',
  'reconciliation_difference',
] as const

const exported = ['export', 'export-end'] as const

/** Acts on a record that do not change its row. */
export const auditActs = {
  lead: exported,
  investor: [...exported, 'reveal'],
  instruction: exported,
  plan: exported,
  report: exported,
  audit_trail: [...exported, 'seal-late'],
  investor_document: ['download'],
  investor_token: ['link-refused', 'link-taken'],
  instruction_token: ['link-refused', 'link-taken'],
  client_link: ['link-refused', 'link-taken', 'visit', 'download'],
  book: ['hand-over'],
  installation: ['orphans-removed'],
  job: ['replay'],
  auth_session: ['end', 'refresh-token-reused'],
} as const satisfies Record<string, readonly string[]>

type ActEntity = keyof typeof auditActs
export type AuditAct = {
  [E in ActEntity]: { entity: E; action: (typeof auditActs)[E][number] }
}[ActEntity]
export type AuditEntity = (typeof auditTables)[number] | ActEntity
export type AuditAction = 'create' | 'update' | 'delete' | AuditAct['action']
/** Entities that can be exported. */
export type ExportedEntity = {
  [E in ActEntity]: 'export' extends (typeof auditActs)[E][number] ? E : never
}[ActEntity]
