import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import {
  handovers,
  handoverSelectionInvalid,
  notAnActiveRm,
} from '@rmtools/contracts/crm/handovers'
import type { Input, Reply } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { implement } from '@rmtools/kit/service'
import { notify } from '../notifications/notify.ts'
import * as queries from './queries.ts'

type Handover = Input<typeof handovers.create>
type Result = Reply<typeof handovers.create>
type Names = { from: string; to: string }

export const handoverRoutes = () =>
  implement('handovers', handovers, {
    create: async (input, { db }) => {
      refuseSelection(input)
      const receiver = await queries.activeRm(db, input.toRmId)
      if (!receiver)
        throw new Problem(notAnActiveRm, {
          errors: [{ pointer: '/toRmId', code: notAnActiveRm.code }],
        })
      const names = {
        from: (await queries.userName(db, input.fromRmId)) ?? input.fromRmId,
        to: receiver.fullName,
      }
      const result = await move(db, input, `${names.from} → ${names.to}: ${input.reason}`)
      const { leads, investors, instructions } = result
      const { toRmId, what, reason } = input
      await queries.noteHandover(db, input.fromRmId, {
        toRmId,
        what,
        reason,
        leads,
        investors,
        instructions,
      })
      await tellBoth(db, input, { names, result })
      return result
    },
  })

function refuseSelection({ fromRmId, toRmId, what, leadIds, investorIds }: Handover): void {
  const isSelected = leadIds !== undefined || investorIds !== undefined
  if (fromRmId === toRmId)
    throw new Problem(handoverSelectionInvalid, { errors: [{ pointer: '/toRmId', code: 'same' }] })
  if (isSelected !== (what === 'selected'))
    throw new Problem(handoverSelectionInvalid, {
      errors: [{ pointer: '/what', code: 'selection' }],
    })
}

/** Investors first: the leads they came from move with them. */
async function move(
  db: Transaction,
  { fromRmId, toRmId, what, leadIds = [], investorIds = [] }: Handover,
  note: string,
): Promise<Result> {
  const of = (ids: readonly string[]) => ({
    fromRmId,
    toRmId,
    note,
    ids: what === 'selected' ? ids : null,
  })
  const missing = {
    lead: await queries.notInBook(db, 'lead', fromRmId, leadIds),
    investor: await queries.notInBook(db, 'investor', fromRmId, investorIds),
  }
  const { investors, instructions } =
    what === 'leads'
      ? { investors: 0, instructions: 0 }
      : await queries.moveInvestors(db, of(investorIds))
  const leads = what === 'investors' ? 0 : await queries.moveLeads(db, of(leadIds))
  const stayed =
    what === 'investors' ? { count: 0, ids: [] } : await queries.stayedLeads(db, of(leadIds))
  const notMoved: Result['notMoved'] = [
    ...stayed.ids.map((id) => ({ kind: 'lead' as const, id, code: 'lead-phone-taken' as const })),
    ...(['lead', 'investor'] as const).flatMap((kind) =>
      missing[kind].map((id) => ({ kind, id, code: 'not-found' as const })),
    ),
  ]
  const count = stayed.count + missing.lead.length + missing.investor.length
  return { leads, investors, instructions, stayed: count, notMoved: notMoved.slice(0, 200) }
}

async function tellBoth(
  db: Transaction,
  { fromRmId, toRmId }: Handover,
  { names, result }: { names: Names; result: Result },
): Promise<void> {
  const { leads, investors, instructions } = result
  const params = { fromName: names.from, toName: names.to, leads, investors, instructions }
  const counts = {
    id: `${leads} prospek, ${investors} investor`,
    en: `${leads} leads, ${investors} investors`,
  }
  await notify(db, {
    userId: fromRmId,
    kind: 'book.given',
    params,
    link: notificationLink('book.given'),
    message: {
      id: { title: 'Serah terima', text: `Diserahkan kepada ${names.to}: ${counts.id}.` },
      en: { title: 'Hand-over', text: `Handed over to ${names.to}: ${counts.en}.` },
    },
  })
  await notify(db, {
    userId: toRmId,
    kind: 'book.received',
    params,
    link: notificationLink('book.received'),
    message: {
      id: { title: 'Serah terima', text: `Diterima dari ${names.from}: ${counts.id}.` },
      en: { title: 'Hand-over', text: `Received from ${names.from}: ${counts.en}.` },
    },
  })
}
