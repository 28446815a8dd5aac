import {
  clientPage,
  type ClientOrder,
  type ClientStatement,
} from '@rmtools/contracts/crm/client-page'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { investorNotRegistered } from '@rmtools/contracts/crm/instruction-problems'
import { contactMissing } from '@rmtools/contracts/crm/investor-problems'
import { notFound, Problem, unavailable } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { existing } from '@rmtools/kit/existing'
import type { NamedPdf } from '@rmtools/kit/pdf'
import { nobody } from '@rmtools/kit/scope'
import { maskContact } from '@rmtools/kit/secrets'
import { implement, outside, type ReplyControls } from '@rmtools/kit/service'
import type { Language } from '@rmtools/look/words'
import { pageLinkOf, revokePageLink } from '../client-links/link.ts'
import { requireWay, sendToClient } from '../client-messages/send-to-client.ts'
import { sendCode, tryCode } from '../one-time-codes/sending.ts'
import type { CrmPorts } from '../ports.ts'
import { anyLink, beginVisit, closeVisit, openLink, openVisit, type Opened } from './opening.ts'
import * as queries from './queries.ts'

/** What other features show on the page. */
export type Shown = {
  /** A client's orders, newest first. */
  orders: (db: Db, investorId: string) => Promise<ClientOrder[]>
  /** A signed document of the client; undefined if the client has none of this id. */
  document: (db: Db, investorId: string, id: string) => Promise<NamedPdf | undefined>
  /** A client's monthly statements, newest first. */
  statements: (db: Db, investorId: string) => Promise<ClientStatement[]>
  /** A monthly statement of the client; undefined if the client has none of this id. */
  statement: (
    db: Db,
    investorId: string,
    wanted: { id: string; language: Language },
  ) => Promise<NamedPdf | undefined>
}

const LINK_DAYS = '30'

export const clientPageRoutes = (ports: CrmPorts, shown: Shown) =>
  implement('clientPage', clientPage, {
    status: async ({ id }, { db }) => {
      existing(await queries.ownerById(db, id))
      const link = await queries.livingLink(db, id)
      const isOpen = link && Date.parse(link.expiresAt) > ports.clock.now().getTime()
      return { link: isOpen ? shownLink(link) : null }
    },

    send: async ({ id, channel }, { db }) => await sendPageLink(db, { id, channel }, ports),

    revoke: async ({ id }, { db }) => {
      existing(await queries.ownerById(db, id))
      if (!(await revokePageLink(db, id))) throw new Problem(notFound)
    },

    sender: async ({ token }, { db }) => {
      const { owner, isOpen } = await anyLink(db, token, ports)
      const { companyName, brandColour, rmName, rmPhone, phone } = owner
      return {
        companyName,
        brandColour,
        rmName,
        rmPhone,
        language: 'id' as const,
        answeredAt: null,
        phone: isOpen && phone !== null ? maskContact(phone) : null,
      }
    },

    sendCode: async ({ token }, { db }) => {
      const opened = await openLink(db, token, ports)
      if (opened instanceof Problem) return opened
      const { link, owner } = opened
      return await sendCode(
        db,
        link,
        { kind: 'page-code', ...owner },
        { ports, keep: async (code) => await queries.keepCode(db, link.id, code) },
      )
    },

    open: async ({ token, code }, { db }) => {
      const opened = await openLink(db, token, ports)
      if (opened instanceof Problem) return opened
      const { link, owner } = opened
      const refused = await tryCode(link, code, {
        phone: owner.phone,
        ports,
        count: async (isSpent) => await queries.countTry(db, link.id, isSpent),
      })
      return refused ?? { visit: await beginVisit(db, opened, ports) }
    },

    home: async ({ visit }, { db }) => {
      const opened = await openVisit(db, visit, ports)
      if (opened instanceof Problem) return opened
      const { owner } = opened
      return {
        ...ownOf(owner),
        now: ports.clock.now().toISOString(),
        orders: await shown.orders(db, owner.investorId),
        statements: await shown.statements(db, owner.investorId),
      }
    },

    holdings: outside(
      async ({ visit }, { begin }) => {
        const opened = await begin(nobody, async (db) => await openVisit(db, visit, ports))
        if (opened instanceof Problem) return opened
        const { tenant, externalId } = opened.owner
        if (externalId === null) return new Problem(investorNotRegistered)
        try {
          const { value, isStale } = await ports.catalogue.holdings(tenant, externalId)
          const { asOf, positions, totals } = value
          return {
            asOf,
            isStale,
            positions,
            totals: totals.map(({ currency, value: worth }) => ({ currency, value: worth })),
          }
        } catch (error) {
          ports.log.warn({ error: String(error) }, 'holdings could not be read')
          return new Problem(unavailable)
        }
      },
      async ({ visit }, { db }) => {
        const opened = await openVisit(db, visit, ports)
        return opened instanceof Problem ? opened : undefined
      },
    ),

    document: async ({ visit, documentId }, { db, reply }) => {
      const opened = await openVisit(db, visit, ports)
      if (opened instanceof Problem) return opened
      const pdf = await shown.document(db, opened.owner.investorId, documentId)
      return await handOut(db, opened, { pdf, what: { documentId }, reply })
    },

    statement: async ({ visit, statementId, language = 'id' }, { db, reply }) => {
      const opened = await openVisit(db, visit, ports)
      if (opened instanceof Problem) return opened
      const wanted = { id: statementId, language }
      const pdf = await shown.statement(db, opened.owner.investorId, wanted)
      return await handOut(db, opened, { pdf, what: { statementId, language }, reply })
    },

    close: async ({ visit }, { db }) => await closeVisit(db, visit, ports),
  })

function ownOf(owner: queries.Owner) {
  const { investorName, sid, ifua, companyName, brandColour, rmName, rmPhone } = owner
  return { investorName, sid, ifua, companyName, brandColour, rmName, rmPhone }
}

type HandedOut = { pdf: NamedPdf | undefined; what: object; reply: ReplyControls }

/** A document of the client, noted in the trail. */
async function handOut(
  db: Db,
  { link, owner: { investorId } }: Opened,
  { pdf, what, reply }: HandedOut,
): Promise<Uint8Array | Problem> {
  if (!pdf) return new Problem(notFound)
  await queries.noteUse(db, link.id, { action: 'download', after: { investorId, ...what } })
  reply.header('content-disposition', disposition('inline', pdf.name))
  return pdf.bytes
}

const shownLink = ({ expiresAt, lastVisitAt }: queries.LinkRow) => ({ expiresAt, lastVisitAt })

/** What the message with the link says. */
export const linkValues = ({ investorName, companyName, rmName }: queries.Owner, link: string) => ({
  investorName,
  companyName,
  rmName: rmName ?? companyName,
  link,
  days: LINK_DAYS,
})

/** Sends a client the link to their page. */
async function sendPageLink(
  db: Transaction,
  { id, channel }: { id: string; channel: ClientChannel | undefined },
  ports: CrmPorts,
) {
  const owner = existing(await queries.ownerById(db, id))
  if (owner.status !== 'registered') throw new Problem(investorNotRegistered)
  if (channel) await requireWay(db, { kind: 'page-link', investorId: id, channel }, ports)
  const page = existing(await pageLinkOf(db, id, ports))
  const sent = await sendToClient(db, {
    id: crypto.randomUUID(),
    kind: 'page-link',
    investorId: id,
    ...(channel ? { via: channel } : {}),
    values: linkValues(owner, page.url),
  })
  if (!sent)
    throw new Problem(contactMissing, { errors: [{ pointer: '/id', code: 'contact-missing' }] })
  const link = existing(await queries.livingLink(db, id))
  return { ...sent, link: shownLink(link) }
}
