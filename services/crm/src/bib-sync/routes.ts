import { decodePush, PoisonMessage, type BibEvent } from '@rmtools/bib/events'
import { bibEvents } from '@rmtools/contracts/crm/bib-events'
import { announceToEveryone } from '@rmtools/kit/bus'
import type { Transaction } from '@rmtools/kit/db'
import { companyScope, identity } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../ports.ts'
import { noteProductChange } from '../products/from-bib.ts'
import { companyOfTenant, keepEvent, keepPoison, noteOutcome } from './queries.ts'

/** The reaction to an event; false if the event is not newer than the stored state. */
export type Reactions = {
  readonly [Type in BibEvent['type']]?: (
    tx: Transaction,
    event: Extract<BibEvent, { type: Type }>,
    ports: CrmPorts,
  ) => Promise<boolean>
}

export const bibSyncRoutes = (ports: CrmPorts, reactions: Reactions) =>
  implement('bibEvents', bibEvents, {
    push: async (body, { db }) => {
      const event = await understood(body, db, ports)
      if (!event) return
      // Product events concern no tenant: they only expire cached data.
      if (event.tenant === null) return await announceProduct(db, event)
      const companyId = await companyOfTenant(db, event.tenant)
      if (companyId === undefined)
        return await setAside(db, event.eventId, `unknown tenant ${event.tenant}`)
      await db.enter(companyScope(companyId))
      if (!(await keepEvent(db, event))) return
      const react = reactions[event.type] as
        | ((tx: Transaction, event: BibEvent, ports: CrmPorts) => Promise<boolean>)
        | undefined
      // The scope is that of the event's tenant: an event about another tenant's record finds
      // nothing.
      if (!(await react?.(db, event, ports)))
        await noteOutcome(db, event.eventId, react ? 'older' : 'unknown')
    },
  })

/**
 * Notifies the caches of products, NAV and sales, here and in bff, and the screens that show them.
 */
async function announceProduct(db: Transaction, { type, aggregateId }: BibEvent): Promise<void> {
  if (type === 'nav.published') await announceToEveryone(db, 'nav', aggregateId)
  if (type !== 'product.changed') return
  await noteProductChange(db)
  await announceToEveryone(db, 'product', aggregateId)
}

/**
 * Acknowledges a poison message: rejecting it forever would block all later messages with its key.
 */
async function understood(
  body: object,
  db: Transaction,
  { log }: CrmPorts,
): Promise<BibEvent | undefined> {
  try {
    return decodePush(body).event
  } catch (error) {
    if (!(error instanceof PoisonMessage)) throw error
    log.warn({ messageId: error.messageId, reason: error.message }, 'an event could not be read')
    await setAside(db, error.messageId ?? null, error.message)
    return undefined
  }
}

async function setAside(db: Transaction, messageId: string | null, reason: string): Promise<void> {
  await db.enter(identity)
  await keepPoison(db, messageId, reason)
}
