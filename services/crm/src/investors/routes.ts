import { noteAct } from '@rmtools/kit/audit-trail'
import { investorIdTaken, leadConverted } from '@rmtools/contracts/crm/investor-problems'
import { investors } from '@rmtools/contracts/crm/investors'
import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { readNumber } from '@rmtools/contracts/numbers'
import { Problem, staleVersion } from '@rmtools/contracts/problem'
import { listed } from '@rmtools/kit/across'
import { batchesOf } from '@rmtools/kit/batches'
import type { Db, Transaction } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { toE164 } from '@rmtools/kit/phone'
import type { Actor } from '@rmtools/kit/scope'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import type { TableFormat } from '@rmtools/kit/tables'
import { existing } from '@rmtools/kit/existing'
import { exportFile } from '../exports/export-file.ts'
import type { CrmPorts } from '../ports.ts'
import { compareAnew } from './bank-accounts/capture.ts'
import { requireConsents } from './consents/giving.ts'
import { refuseStaffContacts } from './contacts/staff.ts'
import { detailOf } from './case/detail.ts'
import { editAsRm } from './case/editing.ts'
import { investorColumns } from './export.ts'
import { formPart } from './kyc/form.ts'
import { identityIndex, savePart } from './kyc/save.ts'
import * as queries from './queries.ts'
import { revealedValue } from './kyc/reveal.ts'
import { registrationHandlers } from './bib/registration.ts'
import { reviewHandlers } from './review/routes.ts'
import { claimsSince } from './rules.ts'
import { submitCase } from './case/submission.ts'
import { requireSame } from '../replays/rules.ts'

export const investorRoutes = (ports: CrmPorts) =>
  implement('investors', investors, {
    list: async (input, context) => {
      const filter = { ...input, ...askingOf(input.search, context.actor, ports) }
      return await listed(input, context, {
        load: async (db) => {
          const selection = await queries.selectInvestors(db, filter)
          const [rows, total] = await Promise.all([
            queries.investorsOf(db, filter, selection),
            queries.investorTotal(db, filter, selection),
          ])
          return { rows, ...total }
        },
        at: placeIn(input.order),
        direction: input.order === 'queue' ? 'oldest' : input.order,
      })
    },

    export: async (filter, asking) => await investorsFile('csv', filter, asking, ports),
    exportXlsx: async (filter, asking) => await investorsFile('xlsx', filter, asking, ports),

    get: async ({ id }, { db }) =>
      await db.snapshot(async (one) => await detailOf(one, await visibleCase(one, id), ports)),

    history: async ({ id }, { db }) => {
      await visibleCase(db, id)
      return { items: await queries.eventsOf(db, id) }
    },

    create: async (input, { db, actor }) => await createCase(db, input, actor),

    saveKyc: async (input, { db, actor }) => {
      const { id, version, verificationMethod } = input
      const { investor, openFields } = await editAsRm(db, id, actor)
      if (investor.version !== version) throw new Problem(staleVersion)
      const part = {
        changes: formPart(investor.kind, input),
        openFields,
        maker: actor.userId,
        ...(verificationMethod ? { verificationMethod } : {}),
      }
      await savePart(db, investor, part, ports)
      const saved = await visibleCase(db, id)
      if (saved.displayName !== investor.displayName) await compareAnew(db, saved, ports)
      return await detailOf(db, saved, ports)
    },

    // Missing items are reported as fields, including a withdrawn consent.
    submit: async ({ id, version }, { db, actor }) =>
      await submitCase(
        db,
        await editAsRm(db, id, actor, { isRightOfInvestor: true }),
        { version, userId: actor.userId },
        ports,
      ),

    ...reviewHandlers(ports),

    reveal: async ({ id, pointer }, { db, actor }) => {
      const investor = await visibleCase(db, id)
      // The back office may have to answer an authority; a seller has no further use for the data.
      if (actor.ownOnly) await requireConsents(db, id)
      const value = await revealedValue(db, investor, pointer, ports)
      await noteAct(db, { action: 'reveal', entity: 'investor', id, after: { pointer } })
      return { value }
    },

    ...registrationHandlers(),
  })

function askingOf(
  search: string | undefined,
  { ownOnly, userId }: Actor,
  ports: CrmPorts,
): queries.Asking {
  return {
    ownerId: ownOnly ? userId : null,
    userId,
    claimedSince: claimsSince(ports.clock.now()),
    identityHash: search ? identityIndex(readNumber(search), ports) : null,
  }
}

/** The instant by which the list is paged. */
const placeIn =
  (order: Input<typeof investors.list>['order']) =>
  ({ submittedAt, createdAt }: queries.KycCase) =>
    order === 'queue' ? submittedAt : createdAt

type Exporting = { db: Db; actor: Actor; reply: ReplyControls }

async function investorsFile(
  format: TableFormat,
  given: Input<typeof investors.export>,
  asking: Exporting,
  ports: CrmPorts,
): Promise<AsyncIterable<Uint8Array>> {
  const filter = { ...given, ...askingOf(given.search, asking.actor, ports) }
  const selection = await queries.selectInvestors(asking.db, filter)
  const rows = batchesOf(async (limit, cursor) => {
    const found = await queries.investorsOf(
      asking.db,
      { ...filter, limit, ...(cursor ? { cursor } : {}) },
      selection,
    )
    return pageByTime(found, limit, placeIn(given.order))
  })
  return await exportFile(
    format,
    { entity: 'investor', filter: given, columns: investorColumns, rows },
    asking,
  )
}

async function visibleCase(db: Db, id: string): Promise<queries.KycCase> {
  return existing(await queries.caseById(db, id))
}

const begunWith = ['kind', 'leadId', 'fullName', 'email', 'phone'] as const

async function createCase(
  db: Transaction,
  { id, kind, leadId, fullName, ...contact }: Input<typeof investors.create>,
  actor: Actor,
): Promise<queries.KycCase> {
  const before = id === undefined ? undefined : await queries.caseById(db, id)
  if (before) {
    requireSameCase(before, { kind, leadId, fullName, ...contact })
    return before
  }
  const lead = leadId === undefined ? undefined : existing(await queries.lockLead(db, leadId))
  const values = {
    ...(id ? { id } : {}),
    kind,
    leadId: leadId ?? null,
    displayName: fullName,
    email: contact.email ?? lead?.email ?? null,
    phone: contact.phone ? phoneOf(contact.phone) : (lead?.phone ?? null),
    makers: [actor.userId],
  }
  if (lead?.status === 'converted') throw new Problem(leadConverted)
  await refuseStaffContacts(db, contactsOf(values))
  const created = await queries.insertCase(db, values)
  if (!created) throw new Problem(investorIdTaken)
  if (leadId !== undefined && (await queries.convertLead(db, leadId, created.id)) === 0)
    throw new Problem(leadConverted)
  await queries.noteEvent(db, {
    investorId: created.id,
    kind: 'created',
    status: 'draft',
    by: 'user',
  })
  return created
}

type Begun = Omit<Input<typeof investors.create>, 'id'>

/** Throws unless an existing case matches the request. Omitted fields are not compared. */
function requireSameCase(before: queries.KycCase, given: Begun): void {
  const { kind, leadId, displayName: fullName, email, phone } = before
  requireSame(
    {
      ...given,
      email: given.email || email,
      phone: given.phone ? phoneOf(given.phone) : phone,
    },
    { kind, leadId, fullName, email, phone },
    begunWith,
  )
}

type Contact = { pointer: string; channel: 'phone' | 'email'; value: string }

function contactsOf({ phone, email }: Pick<queries.KycCase, 'phone' | 'email'>): Contact[] {
  const contacts: Contact[] = []
  if (phone) contacts.push({ pointer: '/phone', channel: 'phone', value: phone })
  if (email) contacts.push({ pointer: '/email', channel: 'email', value: email })
  return contacts
}

function phoneOf(written: string): string {
  const phone = toE164(written)
  if (phone === undefined)
    throw new Problem(phoneInvalid, { errors: [{ pointer: '/phone', code: 'phone' }] })
  return phone
}
