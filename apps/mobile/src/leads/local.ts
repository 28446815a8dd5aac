// The RM's work on leads, written to the outbox first. None of it needs a network.
import type { LeadField } from '@rmtools/contracts/crm/lead-fields'
import type { Lead, LeadStatus } from '@rmtools/contracts/crm/leads'
import { queue } from '../sync/engine.ts'
import type { InputOf } from '../sync/outgoing.ts'
import { internationalPhone, leadRecord } from './rules.ts'

type NewLead = { id: string } & InputOf<'leads.create'>

/** Adds a lead to the RM's own book, under the id of its form. */
export async function addLead({ phone, ...lead }: NewLead): Promise<void> {
  const input = { ...lead, phone: internationalPhone(phone) }
  await queue('leads.create', { record: leadRecord(lead.id), title: lead.fullName, input })
}

export type LeadChanges = Partial<Pick<Lead, LeadField | 'status' | 'lostReason'>>

/** Changes a lead. The previous values are sent along, so that a concurrent change is detected. */
export async function changeLead(lead: Lead, changes: LeadChanges): Promise<void> {
  const { id, version, fullName } = lead
  const normal =
    changes.phone === undefined ? changes : { ...changes, phone: internationalPhone(changes.phone) }
  const base = Object.fromEntries(Object.entries(lead).filter(([field]) => field in normal))
  await queue('leads.update', {
    record: leadRecord(id),
    title: changes.fullName ?? fullName,
    input: { id, version, ...normal },
    base,
  })
}

/** Moves a lead to another stage; losing it requires a reason. */
export async function moveLead(lead: Lead, status: LeadStatus, lostReason?: string): Promise<void> {
  await changeLead(lead, status === 'lost' ? { status, lostReason: lostReason ?? '' } : { status })
}

type Note = { activityId: string } & Pick<InputOf<'leadActivities.create'>, 'kind' | 'text'> & {
    nextFollowUpAt?: string | null
  }

/** Records what was said or agreed. */
export async function noteActivity(
  { id, fullName }: Pick<Lead, 'id' | 'fullName'>,
  note: Note,
): Promise<void> {
  const input = { id, happenedAt: new Date().toISOString(), ...note }
  await queue('leadActivities.create', { record: leadRecord(id), title: fullName, input })
}

type NewCase = { id: string; kind: 'individual' | 'institutional' }

/** Starts an investor's case from a lead, under the id of its form, with the lead's data. */
export async function convertLead(lead: Lead, { id, kind }: NewCase): Promise<void> {
  const { fullName, email, phone } = lead
  const input = { id, kind, leadId: lead.id, fullName, phone, ...(email ? { email } : {}) }
  await queue('investors.create', {
    record: `investor/${id}`,
    after: leadRecord(lead.id),
    title: fullName,
    input,
  })
}
