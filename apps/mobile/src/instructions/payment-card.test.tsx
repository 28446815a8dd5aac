import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react-native'
import { setStringAsync } from 'expo-clipboard'
import type { Payment } from '@rmtools/contracts/crm/payments'
import { toast } from '../ui/Toast.tsx'
import { PaymentCard } from './PaymentCard.tsx'
import type { SeenInstruction } from './rules.ts'

jest.mock('expo-router', () => ({ router: { push: jest.fn() } }))
jest.mock('../base/network.ts', () => ({ useIsOnline: () => true }))
jest.mock('../ui/Toast.tsx', () => ({ toast: jest.fn() }))
const copied = jest.mocked(setStringAsync)

const instruction = { id: '1', currency: 'IDR', repeatedBy: null } as SeenInstruction
const payment = {
  state: 'waiting',
  method: 'virtual-account',
  bankName: 'Bank Mandiri',
  number: '8800000000012',
  reference: null,
  qris: null,
  fee: null,
  amount: '5000000.00',
  missing: '5000000.00',
  excess: '0.00',
  received: '0.00',
  currency: 'IDR',
  dueAt: null,
} as Payment

async function pressCopy() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PaymentCard instruction={instruction} payment={payment} />
    </QueryClientProvider>,
  )
  await act(async () => void fireEvent.press(screen.getByRole('button', { name: 'Salin nomor' })))
}

test('copies the digits of the number on a phone, though it is shown in groups', async () => {
  await pressCopy()
  expect(screen.getByText('8000')).toBeTruthy()
  expect(copied.mock.lastCall).toEqual(['8800000000012'])
  expect(jest.mocked(toast).mock.lastCall).toEqual(['Tersalin'])
})

test('says so when the phone does not copy', async () => {
  copied.mockResolvedValueOnce(false)
  await pressCopy()
  expect(jest.mocked(toast).mock.lastCall?.[0]).toMatch(/^Penyalinan tidak diizinkan/)
})
