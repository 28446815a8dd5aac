import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { Documents } from './Documents.tsx'
import { Gate } from './Gate.tsx'
import { Orders } from './Orders.tsx'
import { Statements } from './Statements.tsx'
import { home, orderOf, sender, settledOrders, statements, unpaid } from './testing.ts'

const nothing = () => undefined
const given = { visit: 'V', investorName: home.investorName, lapse: nothing }
const enter = { token: 'T', sender, open: async () => undefined }

export const stories: Stories<ReactNode> = {
  ClientOrders: () => ({
    'one to pay, many done': state(<Orders orders={[unpaid, ...settledOrders]} ahead={0} />),
    'waiting, refused, sold': state(
      <Orders
        orders={[
          orderOf(1, { status: 'awaiting-approval', allotted: null, isSigned: false }),
          orderOf(2, {
            status: 'rejected',
            allotted: null,
            reason: {
              id: 'Manajer investasi menolak pesanan ini.',
              en: 'The fund manager refused this order.',
            },
          }),
          orderOf(3, { type: 'redemption', amount: null, allUnits: true, paidBy: '2026-11-03' }),
        ]}
        ahead={0}
      />,
    ),
    none: state(<Orders orders={[]} ahead={0} />),
  }),
  ClientDocuments: () => ({
    'orders of a year': state(<Documents {...given} orders={settledOrders} />),
    none: state(<Documents {...given} orders={[]} />),
  }),
  ClientStatements: () => ({
    'one made, one waiting': state(<Statements {...given} statements={statements} />),
    none: state(<Statements {...given} statements={[]} />),
  }),
  ClientPageGate: () => ({
    'before the code': state(<Gate {...enter} wasOpen={false} />, { height: 640 }),
    'after a visit that ended': state(<Gate {...enter} wasOpen />, { height: 640 }),
  }),
}
