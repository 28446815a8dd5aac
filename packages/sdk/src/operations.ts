// Generated from the contracts by `npm run generate`. Do not edit.
import type { Operations } from './method.ts'
import { sessions, type SessionsApi } from './operations/sessions.ts'
import { codes, type CodesApi } from './operations/codes.ts'
import { registration, type RegistrationApi } from './operations/registration.ts'
import { passwords, type PasswordsApi } from './operations/passwords.ts'
import { account, type AccountApi } from './operations/account.ts'
import { devices, type DevicesApi } from './operations/devices.ts'
import { notifications, type NotificationsApi } from './operations/notifications.ts'
import { preferences, type PreferencesApi } from './operations/preferences.ts'
import { users, type UsersApi } from './operations/users.ts'
import { userAccess, type UserAccessApi } from './operations/user-access.ts'
import { roles, type RolesApi } from './operations/roles.ts'
import { companies, type CompaniesApi } from './operations/companies.ts'
import { membershipOffers, type MembershipOffersApi } from './operations/membership-offers.ts'
import { platformAccess, type PlatformAccessApi } from './operations/platform-access.ts'
import {
  pendingAdministration, type PendingAdministrationApi,
} from './operations/second-person.ts'
import { audit, type AuditApi } from './operations/audit.ts'
import { leads, type LeadsApi } from './operations/leads.ts'
import { leadActivities, type LeadActivitiesApi } from './operations/lead-activities.ts'
import { leadImports, type LeadImportsApi } from './operations/lead-imports.ts'
import { handovers, type HandoversApi } from './operations/handovers.ts'
import { investors, type InvestorsApi } from './operations/investors.ts'
import { documents, type DocumentsApi } from './operations/documents.ts'
import { bankAccounts, type BankAccountsApi } from './operations/bank-accounts.ts'
import { riskProfiles, type RiskProfilesApi } from './operations/risk-profiles.ts'
import { consents, type ConsentsApi } from './operations/consents.ts'
import {
  remoteRegistration, type RemoteRegistrationApi,
} from './operations/remote-registration.ts'
import { instructions, type InstructionsApi } from './operations/instructions.ts'
import { payments, type PaymentsApi } from './operations/payments.ts'
import { approvals, type ApprovalsApi } from './operations/approvals.ts'
import { clientPage, type ClientPageApi } from './operations/client-page.ts'
import { clientLinks, type ClientLinksApi } from './operations/client-links.ts'
import { evidence, type EvidenceApi } from './operations/evidence.ts'
import { plans, type PlansApi } from './operations/plans.ts'
import { planMandates, type PlanMandatesApi } from './operations/plan-mandates.ts'
import { messageTemplates, type MessageTemplatesApi } from './operations/message-templates.ts'
import { clientMessages, type ClientMessagesApi } from './operations/client-messages.ts'
import { pendingChanges, type PendingChangesApi } from './operations/second-person.ts'
import { outbox, type OutboxApi } from './operations/outbox.ts'
import { reconciliations, type ReconciliationsApi } from './operations/reconciliations.ts'
import { reference, type ReferenceApi } from './operations/reference.ts'
import { codeListEntries, type CodeListEntriesApi } from './operations/code-lists.ts'
import { figures, type FiguresApi } from './operations/figures.ts'
import { agenda, type AgendaApi } from './operations/agenda.ts'
import { gateway, type GatewayApi } from './operations/gateway.ts'
import { products, type ProductsApi } from './operations/products.ts'
import { portfolios, type PortfoliosApi } from './operations/portfolios.ts'
import { reports, type ReportsApi } from './operations/reports.ts'
import { dashboard, type DashboardApi } from './operations/dashboard.ts'
import { today, type TodayApi } from './operations/today.ts'

/** Every operation, by noun. */
export type Api = {
  /** Signing in and out, renewing an access token, changing the active company. */
  sessions: SessionsApi
  /** One-time codes by SMS and e-mail. */
  codes: CodesApi
  /** Creating an account from an invitation. */
  registration: RegistrationApi
  /** Setting, changing and recovering passwords. */
  passwords: PasswordsApi
  /** The signed-in user’s own profile. */
  account: AccountApi
  /** Phones that receive push messages. */
  devices: DevicesApi
  /** Notifications to a user in the console and the app. */
  notifications: NotificationsApi
  /** Small settings that a user keeps on the server. */
  preferences: PreferencesApi
  /** The users of a company. */
  users: UsersApi
  /** Blocking, unblocking and resetting the access of a user. */
  userAccess: UserAccessApi
  /** Roles of a company and their permissions. */
  roles: RolesApi
  /** Companies (tenants) and their settings. */
  companies: CompaniesApi
  /** Offers to an existing user to join another company. */
  membershipOffers: MembershipOffersApi
  /** Time-limited access of the platform’s staff to a company. */
  platformAccess: PlatformAccessApi
  /** Administrative changes that wait for a second approval. */
  pendingAdministration: PendingAdministrationApi
  /** The audit trail. */
  audit: AuditApi
  /** Potential investors in an RM’s book. */
  leads: LeadsApi
  /** Calls, visits and notes of a lead. */
  leadActivities: LeadActivitiesApi
  /** Importing leads from a spreadsheet. */
  leadImports: LeadImportsApi
  /** Moving a book of business from one RM to another. */
  handovers: HandoversApi
  /** KYC cases: from the first entry to a registered investor. */
  investors: InvestorsApi
  /** Pictures and papers of a KYC case. */
  documents: DocumentsApi
  /** Bank accounts of investors. */
  bankAccounts: BankAccountsApi
  /** The risk questionnaire and its results. */
  riskProfiles: RiskProfilesApi
  /** Consents of investors and the wordings they agreed to. */
  consents: ConsentsApi
  /** Registration that an investor completes from a link. */
  remoteRegistration: RemoteRegistrationApi
  /** Subscriptions, redemptions and switches. */
  instructions: InstructionsApi
  /** The payment of a subscription: how to pay, and the receipts with their payers. */
  payments: PaymentsApi
  /** An investor’s approval of an instruction from a link. */
  approvals: ApprovalsApi
  /** A client’s own page: orders, holdings and documents, behind a link and a code. */
  clientPage: ClientPageApi
  /**
   * The links that clients are sent: by which channels, how they went out, and taking one.
   */
  clientLinks: ClientLinksApi
  /** Proof attached to an instruction. */
  evidence: EvidenceApi
  /** Recurring plans: purchases on a day of each month. */
  plans: PlansApi
  /** An investor’s signature under the mandate of a plan, and its revocation. */
  planMandates: PlanMandatesApi
  /** Wordings of messages to investors. */
  messageTemplates: MessageTemplatesApi
  /** What investors were sent, and how they want to be written to. */
  clientMessages: ClientMessagesApi
  /** Changes that wait for a second approval. */
  pendingChanges: PendingChangesApi
  /** Messages and hand-overs that wait or have failed. */
  outbox: OutboxApi
  /** Comparison of our records with Bib’s. */
  reconciliations: ReconciliationsApi
  /** Banks, places, countries and holidays. */
  reference: ReferenceApi
  /** Code lists that a company maintains. */
  codeListEntries: CodeListEntriesApi
  /** Counts for dashboards and reports. */
  figures: FiguresApi
  /** What an RM has to do. */
  agenda: AgendaApi
  /** The CSRF token of the public gateway. */
  gateway: GatewayApi
  /** Funds and bonds that may be sold, with their prices. */
  products: ProductsApi
  /** Holdings and transactions of investors. */
  portfolios: PortfoliosApi
  /** Assets under management, sales, investors and transactions. */
  reports: ReportsApi
  /** A company’s figures at a glance. */
  dashboard: DashboardApi
  /** An RM’s home screen. */
  today: TodayApi
}

/** What the client knows of each operation. */
export const operations = {
  sessions,
  codes,
  registration,
  passwords,
  account,
  devices,
  notifications,
  preferences,
  users,
  userAccess,
  roles,
  companies,
  membershipOffers,
  platformAccess,
  pendingAdministration,
  audit,
  leads,
  leadActivities,
  leadImports,
  handovers,
  investors,
  documents,
  bankAccounts,
  riskProfiles,
  consents,
  remoteRegistration,
  instructions,
  payments,
  approvals,
  clientPage,
  clientLinks,
  evidence,
  plans,
  planMandates,
  messageTemplates,
  clientMessages,
  pendingChanges,
  outbox,
  reconciliations,
  reference,
  codeListEntries,
  figures,
  agenda,
  gateway,
  products,
  portfolios,
  reports,
  dashboard,
  today,
} as const satisfies Operations
