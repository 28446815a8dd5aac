// A client's orders and signed documents, for the client's own page.
import type { ClientOrder } from '@rmtools/contracts/crm/client-page'
import { paidByDay } from '@rmtools/contracts/crm/nav-date'
import type { Db } from '@rmtools/kit/db'
import type { NamedPdf } from '@rmtools/kit/pdf'
import { clientReason, typedReason } from '@rmtools/look/client-reasons'
import type { CrmPorts } from '../ports.ts'
import { instructionPdf } from './pdf.ts'
import { marketHolidays } from './queries.ts'
import { isSignedBy, ordersOfClient, type ClientOrderRow } from './clients/queries.ts'

/** A client's orders that the client has been asked about, newest first. */
async function clientOrders(db: Db, investorId: string): Promise<ClientOrder[]> {
  const holidays = await marketHolidays(db)
  return (await ordersOfClient(db, investorId)).map((row) => shown(row, holidays))
}

function shown(
  { statusReason, ...row }: ClientOrderRow,
  holidays: ReadonlySet<string>,
): ClientOrder {
  const isEnded = row.status === 'rejected' || row.status === 'cancelled'
  return {
    ...row,
    paidBy: row.type === 'subscription' ? null : paidByDay(row.navDate, holidays),
    payment: row.isSigned ? row.payment : null,
    reason: isEnded ? reasonOf(statusReason) : null,
  }
}

/** What a person wrote is in one language; everything else is in the client's. */
function reasonOf(kept: string | null): ClientOrder['reason'] {
  const typed = typedReason(kept)
  return typed === null
    ? { id: clientReason(kept, 'id'), en: clientReason(kept, 'en') }
    : { id: typed, en: typed }
}

/** The PDF of an order that the client signed; undefined if there is none of this id. */
const clientDocument =
  (ports: Pick<CrmPorts, 'files' | 'clock' | 'publicUrl' | 'documentSeal'>) =>
  async (db: Db, investorId: string, id: string): Promise<NamedPdf | undefined> =>
    (await isSignedBy(db, investorId, id))
      ? await instructionPdf(db, id, { ...ports, language: 'id' })
      : undefined

/** What the client's page shows of orders. */
export const shownOrders = (
  ports: Pick<CrmPorts, 'files' | 'clock' | 'publicUrl' | 'documentSeal'>,
) => ({
  orders: clientOrders,
  document: clientDocument(ports),
})
