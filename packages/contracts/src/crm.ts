// All operations of crm, by noun.
import { agenda } from './crm/agenda.ts'
import { approvals } from './crm/approvals.ts'
import { bankAccounts } from './crm/bank-accounts.ts'
import { bibEvents } from './crm/bib-events.ts'
import { clientLinks } from './crm/client-links.ts'
import { clientPage } from './crm/client-page.ts'
import { clientMessages } from './crm/client-messages.ts'
import { codeListEntries } from './crm/code-lists.ts'
import { consents } from './crm/consents.ts'
import { documents } from './crm/documents.ts'
import { evidence } from './crm/evidence.ts'
import { disclosures } from './crm/disclosures.ts'
import { figures } from './crm/figures.ts'
import { handovers } from './crm/handovers.ts'
import { instructions } from './crm/instructions.ts'
import { investors } from './crm/investors.ts'
import { leadActivities } from './crm/lead-activities.ts'
import { leadImports } from './crm/lead-imports.ts'
import { leads } from './crm/leads.ts'
import { messageTemplates } from './crm/message-templates.ts'
import { outbox } from './crm/outbox.ts'
import { payments } from './crm/payments.ts'
import { pendingChanges } from './second-person.ts'
import { planMandates } from './crm/plan-mandates.ts'
import { plans } from './crm/plans.ts'
import { projection } from './crm/projection.ts'
import { reconciliations } from './crm/reconciliations.ts'
import { reference } from './crm/reference.ts'
import { remoteRegistration } from './crm/remote-registration.ts'
import { riskProfiles } from './crm/risk-profiles.ts'
import { whatsappReports } from './crm/whatsapp-reports.ts'
import { crmChanges } from './notices.ts'

export const crmContracts = {
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
  bibEvents,
  whatsappReports,
  messageTemplates,
  clientMessages,
  pendingChanges,
  outbox,
  reconciliations,
  reference,
  codeListEntries,
  projection,
  disclosures,
  figures,
  agenda,
  changes: crmChanges,
}
