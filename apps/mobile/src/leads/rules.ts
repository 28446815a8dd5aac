// Pure decisions about leads on the device: merges outbox entries with the server's data, and
// searches them.
import { recordOf } from '@rmtools/contracts/keys'
import { e164Of } from '@rmtools/contracts/phones'
import { readWritten, type Reading } from '@rmtools/contracts/reading'
import { blankLead, leadField, leadFieldNames } from '@rmtools/contracts/crm/lead-fields'
import { leadStatuses, type Lead, type LeadStatus } from '@rmtools/contracts/crm/leads'
import type { LeadActivity } from '@rmtools/contracts/crm/lead-activities'
import type { Entry } from '../sync/entries.ts'
import { isMatch } from '../ui/search.ts'

/**
 * A lead as the RM sees it: `waiting` when part of it has not been sent, `refused` when the server
 * did not accept it.
 */
export type SeenLead = Lead & { sync?: 'waiting' | 'refused' }
export type SeenActivity = Pick<
  LeadActivity,
  'id' | 'kind' | 'text' | 'happenedAt' | 'authorName'
> & { isWaiting?: boolean }

export const leadRecord = (id: string) => `lead/${id}`

/** The server's leads merged with the outbox, new ones first. */
export function withWaiting(
  leads: readonly Lead[],
  entries: readonly Entry[],
  who: { userId: string; companyId: string },
): SeenLead[] {
  const seen = new Map<string, SeenLead>(leads.map((lead) => [lead.id, lead]))
  const added: SeenLead[] = []
  for (const entry of entries) {
    const id = String(entry.input['id'] ?? '')
    const sync = entry.refusal ? 'refused' : 'waiting'
    if (entry.operation === 'leads.create' && !seen.has(id)) {
      const lead: SeenLead = { ...emptyLead(entry, who), ...entry.input, id, sync }
      seen.set(id, lead)
      added.unshift(lead)
    }
    const known = seen.get(id)
    if (!known || !entry.record.startsWith('lead/')) continue
    const { version: _version, ...changes } =
      entry.operation === 'leads.update' ? entry.input : followUpOf(entry)
    seen.set(id, { ...known, ...changes, id, sync: known.sync === 'refused' ? 'refused' : sync })
  }
  return [...added.map(({ id }) => id), ...leads.map(({ id }) => id)].flatMap(
    (id) => seen.get(id) ?? [],
  )
}

function followUpOf({ operation, input }: Entry): Record<string, unknown> {
  return operation === 'leadActivities.create' && 'nextFollowUpAt' in input
    ? { nextFollowUpAt: input['nextFollowUpAt'] }
    : {}
}

function emptyLead(
  { at, title }: Entry,
  { userId, companyId }: { userId: string; companyId: string },
): Omit<Lead, 'id'> {
  const open = {
    ...blankLead,
    phoneExtension: null,
    lostReason: null,
    investorId: null,
    rmName: null,
  }
  return {
    ...open,
    companyId,
    rmId: userId,
    fullName: title,
    status: 'new',
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** The time line preceded by notes in the outbox. */
export function activitiesWithWaiting(
  activities: readonly LeadActivity[],
  entries: readonly Entry[],
): SeenActivity[] {
  const waiting = entries
    .filter(({ operation }) => operation === 'leadActivities.create')
    .map(({ id, at, input }) => ({
      id: String(input['activityId'] ?? id),
      kind: input['kind'] as LeadActivity['kind'],
      text: String(input['text']),
      happenedAt: at,
      authorName: null,
      isWaiting: true,
    }))
    .filter(({ id }) => !activities.some((activity) => activity.id === id))
  return [...waiting.toReversed(), ...activities]
}

export type LeadFilter = { search: string; statuses: readonly LeadStatus[]; isDueOnly: boolean }

// Phone numbers are matched by their digits.
const searchedTexts = leadFieldNames.filter(
  (name) => !['phone', 'none'].includes(leadField(name).search),
)

/**
 * The matching leads. The words may be in any order, and a phone number matches in any notation.
 */
export function matching<L extends Lead>(
  leads: readonly L[],
  { search, statuses, isDueOnly }: LeadFilter,
  now: Date,
): L[] {
  return leads.filter((lead) => {
    if (statuses.length > 0 && !statuses.includes(lead.status)) return false
    if (isDueOnly && !isDue(lead, now)) return false
    return isMatch(
      search,
      searchedTexts.flatMap((name) => lead[name]),
      internationalPhone(lead.phone),
    )
  })
}

const DAY_MS = 86_400_000

/** Whether the follow-up is due today or overdue. */
export function isDue(
  { nextFollowUpAt, status }: Pick<Lead, 'nextFollowUpAt' | 'status'>,
  now: Date,
): boolean {
  return (
    nextFollowUpAt !== null &&
    status !== 'converted' &&
    status !== 'lost' &&
    Date.parse(nextFollowUpAt) < endOfDay(now)
  )
}

/** Midnight in Jakarta, whose offset never changes. */
function endOfDay(now: Date): number {
  const offset = 7 * 3_600_000
  return Math.floor((now.getTime() + offset) / DAY_MS + 1) * DAY_MS - offset
}

/** The number of leads in each stage. */
export function countByStatus(leads: readonly Pick<Lead, 'status'>[]): Record<LeadStatus, number> {
  const counts: Record<LeadStatus, number> = recordOf(leadStatuses, () => 0)
  for (const { status } of leads) counts[status] += 1
  return counts
}

/** The next stage, for the one-tap button. */
export function nextStage(status: LeadStatus): LeadStatus | undefined {
  const open: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'proposal']
  const at = open.indexOf(status)
  return at < 0 ? undefined : open[at + 1]
}

/** A phone number in E.164, from any notation; one that is not valid yet is returned unchanged. */
export function internationalPhone(written: string): string {
  return e164Of(written) ?? written.trim()
}

const FEWEST_DIGITS = 8

/** The fault of a phone number; none while more digits may follow. */
export function phoneFault(written: string, reading: Reading = 'phone'): string | undefined {
  const read = readWritten(reading, written)
  return 'code' in read && written.replace(/\D/g, '').length >= FEWEST_DIGITS
    ? read.code
    : undefined
}
