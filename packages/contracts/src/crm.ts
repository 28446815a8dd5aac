// All operations of crm, by noun.
import { approvals } from './crm/approvals.ts'
import { bibEvents } from './crm/bib-events.ts'
import { instructions } from './crm/instructions.ts'
import { leadActivities } from './crm/lead-activities.ts'
import { leads } from './crm/leads.ts'
import { projection } from './crm/projection.ts'
import { reference } from './crm/reference.ts'

export const crmContracts = { leads, leadActivities, instructions, approvals, bibEvents, reference, projection }
