// Samples for the stories and tests of the client's page.
import type { Home, Order, Statement } from './api.ts'

/** An order that has been carried out. */
export const orderOf = (nth: number, changes: Partial<Order> = {}): Order => ({
  id: `0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a${String(nth).padStart(2, '0')}`,
  type: 'subscription',
  status: 'settled',
  productName: 'Reksa Dana Elang Pasar Uang Optima',
  targetProductName: null,
  currency: 'IDR',
  amount: '7500000.00',
  units: null,
  allUnits: false,
  navDate: `2026-10-${String(28 - nth).padStart(2, '0')}`,
  paidBy: null,
  payment: null,
  allotted: {
    navDate: `2026-10-${String(28 - nth).padStart(2, '0')}`,
    nav: '1544.7478',
    units: '4855.1614',
    amount: '7500000.00',
  },
  reason: null,
  isSigned: true,
  createdAt: '2026-10-01T03:00:00Z',
  ...changes,
})

/** An order that waits for its money. */
export const unpaid = orderOf(0, {
  status: 'payment-pending',
  navDate: '2026-11-24',
  allotted: null,
  payment: {
    state: 'waiting',
    method: 'virtual-account',
    bankName: 'Bank Kustodian Nusantara',
    bankCode: '008',
    number: '8800000000012',
    holderName: 'Reksa Dana Elang Pasar Uang Optima',
    reference: null,
    qris: null,
    amount: '7500000.00',
    currency: 'IDR',
    fee: { amount: '0.00', isInside: true },
    dueAt: '2026-11-24T06:00:00Z',
    received: '0.00',
    missing: '7500000.00',
    excess: '0.00',
    returns: [],
  },
})

/** Orders of a client of many months. */
export const settledOrders = Array.from({ length: 12 }, (_, nth) => orderOf(nth + 1))

export const statements: readonly Statement[] = [
  {
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8b02',
    month: '2026-10-01',
    state: 'waiting',
    madeAt: null,
    asOf: null,
  },
  {
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8b01',
    month: '2026-09-01',
    state: 'made',
    madeAt: '2026-10-01T01:00:00Z',
    asOf: '2026-09-30T10:00:00Z',
  },
]

export const sender = {
  companyName: 'PT Nusantara Investama',
  brandColour: null,
  rmName: 'Budi Santoso',
  rmPhone: '+6281234567890',
  language: 'id',
  answeredAt: null,
  phone: '+62*******0005',
} as const

export const home: Home = {
  investorName: 'Siti Rahmawati',
  sid: 'IDD040592900019',
  ifua: 'IFUA1000000019',
  companyName: sender.companyName,
  brandColour: null,
  rmName: sender.rmName,
  rmPhone: sender.rmPhone,
  now: '2026-11-24T02:26:00Z',
  orders: [unpaid, ...settledOrders],
  statements: [...statements],
}
