// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { SpeechProvider } from '../base/language.tsx'
import { serve } from '../base/testing.ts'
import { orderOf, sender, unpaid } from '../mine/testing.ts'
import { Done } from './Done.tsx'

const token = 'T'.repeat(43)
const document = {
  instructionId: orderOf(0).id,
  companyName: sender.companyName,
  type: 'subscription',
  productName: 'Dana Kas',
  currency: 'IDR',
  amount: '7500000.00',
  units: null,
  allUnits: false,
  navDate: '2026-11-24',
} as InstructionDocument
const from = { ...sender, status: 'payment-pending' } as const

// Loaded on demand, which takes its time in a test.
beforeAll(async () => void (await import('./PaymentPart.tsx')))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The page after signing, with what the server says of the payment. */
async function signed(state: 'waiting' | 'short' | 'held' | 'over' | 'paid', heading: string) {
  serve({
    [`GET /crm/approvals/${token}/payment`]: {
      payment: { ...unpaid.payment, state },
      paidBy: null,
      status: 'payment-pending',
      order: null,
      repeat: 'none',
      now: '2026-11-24T02:26:00Z',
    },
  })
  render(
    <SpeechProvider>
      <Done
        answer={{ status: 'approved', navDate: '2026-11-24', at: '2026-11-24T02:20:00Z' }}
        document={document}
        sender={from}
        copy="#"
        token={token}
      />
    </SpeechProvider>,
  )
  await screen.findByRole('heading', { name: heading })
}

test.each([
  ['waiting', 'Menunggu pembayaran'],
  ['short', 'Pembayaran kurang'],
] as const)('an order that is %s says again to pay', async (state, heading) => {
  await signed(state, heading)
  expect(screen.getByText(/^Bayar ke nomor yang tertera/)).toBeTruthy()
})

test.each([
  ['held', 'Ditahan: pembayar lain'],
  ['over', 'Dibayar lebih'],
  ['paid', 'Sudah dibayar'],
] as const)('an order whose money is %s asks nobody to pay once more', async (state, heading) => {
  await signed(state, heading)
  expect(screen.queryByText(/^Bayar ke nomor/)).toBeNull()
  expect(screen.getByText(/^Unit dicatat setelah NAB tersedia/)).toBeTruthy()
})
