// What the RM does with leads, written on the device at once. None of it needs a network.
import type { Lead, LeadStatus } from '@rmtools/contracts/crm/leads'
import { queue } from '../sync/engine.ts'
import type { InputOf } from '../sync/outgoing.ts'
import { internationalPhone, leadRecord } from './rules.ts'

type NewLead = Pick<InputOf<'leads.create'>, 'fullName' | 'phone' | 'interest' | 'email' | 'source' | 'nextFollowUpAt'>

/** Adds a lead to the own book and tells its id. */
export async function addLead({ phone, ...lead }: NewLead): Promise<string> {
  const id = crypto.randomUUID()
  const input = { id, ...lead, phone: internationalPhone(phone) }
  await queue('leads.create', { record: leadRecord(id), title: lead.fullName, input })
  return id
}

export type LeadChanges = Partial<
  Pick<Lead, 'fullName' | 'phone' | 'email' | 'interest' | 'source' | 'tags' | 'nextFollowUpAt' | 'status' | 'lostReason'>
>

/** Changes a lead. What it was before goes along, so that a change of somebody else is seen. */
export async function changeLead(lead: Lead, changes: LeadChanges): Promise<void> {
  const { id, version, fullName } = lead
  const normal = changes.phone === undefined ? changes : { ...changes, phone: internationalPhone(changes.phone) }
  const base = Object.fromEntries(Object.entries(lead).filter(([field]) => field in normal))
  await queue('leads.update', { record: leadRecord(id), title: changes.fullName ?? fullName, input: { id, version, ...normal }, base })
}

/** Moves a lead along; lost needs a reason. */
export async function moveLead(lead: Lead, status: LeadStatus, lostReason?: string): Promise<void> {
  await changeLead(lead, status === 'lost' ? { status, lostReason: lostReason ?? '' } : { status })
}

type Note = Pick<InputOf<'leadActivities.create'>, 'kind' | 'text'> & { nextFollowUpAt?: string | null }

/** Notes what was said or agreed. */
export async function noteActivity({ id, fullName }: Pick<Lead, 'id' | 'fullName'>, note: Note): Promise<void> {
  const input = { id, activityId: crypto.randomUUID(), happenedAt: new Date().toISOString(), ...note }
  await queue('leadActivities.create', { record: leadRecord(id), title: fullName, input })
}

/** Starts the case of an investor from a lead; what is known goes along. Tells the id of the investor. */
export async function convertLead(lead: Lead, kind: 'individual' | 'institutional'): Promise<string> {
  const id = crypto.randomUUID()
  const { fullName, email, phone } = lead
  const input = { id, kind, leadId: lead.id, fullName, phone, ...(email ? { email } : {}) }
  await queue('investors.create', { record: `investor/${id}`, after: leadRecord(lead.id), title: fullName, input })
  return id
}
