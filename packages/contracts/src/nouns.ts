// Descriptions of the API's nouns, for their tags in the document. The compiler requires one for
// each noun.
import type { authContracts } from './auth.ts'
import type { bffContracts } from './bff.ts'
import type { crmContracts } from './crm.ts'

export type Noun =
  | keyof typeof authContracts
  | keyof typeof crmContracts
  | keyof typeof bffContracts

export const nounTexts: Readonly<Record<Noun, string>> = {
  sessions: 'Signing in and out, renewing an access token, changing the active company.',
  codes: 'One-time codes by SMS and e-mail.',
  registration: 'Creating an account from an invitation.',
  passwords: 'Setting, changing and recovering passwords.',
  account: 'The signed-in user’s own profile.',
  devices: 'Phones that receive push messages.',
  notifications: 'Notifications to a user in the console and the app.',
  preferences: 'Small settings that a user keeps on the server.',
  users: 'The users of a company.',
  userAccess: 'Blocking, unblocking and resetting the access of a user.',
  roles: 'Roles of a company and their permissions.',
  companies: 'Companies (tenants) and their settings.',
  membershipOffers: 'Offers to an existing user to join another company.',
  platformAccess: 'Time-limited access of the platform’s staff to a company.',
  pendingAdministration: 'Administrative changes that wait for a second approval.',
  audit: 'The audit trail.',
  internal: 'Between the services of an installation.',
  changes: 'Between the services of an installation: the feed of changes.',
  leads: 'Potential investors in an RM’s book.',
  leadActivities: 'Calls, visits and notes of a lead.',
  leadImports: 'Importing leads from a spreadsheet.',
  handovers: 'Moving a book of business from one RM to another.',
  investors: 'KYC cases: from the first entry to a registered investor.',
  documents: 'Pictures and papers of a KYC case.',
  bankAccounts: 'Bank accounts of investors.',
  riskProfiles: 'The risk questionnaire and its results.',
  consents: 'Consents of investors and the wordings they agreed to.',
  clientPage: 'A client’s own page: orders, holdings and documents, behind a link and a code.',
  clientLinks:
    'The links that clients are sent: by which channels, how they went out, and taking one.',
  remoteRegistration: 'Registration that an investor completes from a link.',
  instructions: 'Subscriptions, redemptions and switches.',
  payments: 'The payment of a subscription: how to pay, and the receipts with their payers.',
  approvals: 'An investor’s approval of an instruction from a link.',
  evidence: 'Proof attached to an instruction.',
  plans: 'Recurring plans: purchases on a day of each month.',
  planMandates: 'An investor’s signature under the mandate of a plan, and its revocation.',
  bibEvents: 'Events that Bib pushes.',
  whatsappReports: 'What WhatsApp reports about messages.',
  clientMessages: 'What investors were sent, and how they want to be written to.',
  messageTemplates: 'Wordings of messages to investors.',
  pendingChanges: 'Changes that wait for a second approval.',
  outbox: 'Messages and hand-overs that wait or have failed.',
  reconciliations: 'Comparison of our records with Bib’s.',
  reference: 'Banks, places, countries and holidays.',
  codeListEntries: 'Code lists that a company maintains.',
  projection: 'Between the services of an installation: users and companies.',
  disclosures: 'Counting what personal data a user takes out.',
  figures: 'Counts for dashboards and reports.',
  agenda: 'What an RM has to do.',
  gateway: 'The CSRF token of the public gateway.',
  products: 'Funds and bonds that may be sold, with their prices.',
  portfolios: 'Holdings and transactions of investors.',
  reports: 'Assets under management, sales, investors and transactions.',
  dashboard: 'A company’s figures at a glance.',
  today: 'An RM’s home screen.',
  live: 'A stream of what has changed.',
}
