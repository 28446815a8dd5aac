import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react-native'
import type { ClientMessage, ClientPreference } from '@rmtools/contracts/crm/client-messages'
import { Problem, staleVersion } from '@rmtools/contracts/problem'
import { api } from '../base/api.ts'
import { MessagesPart } from './MessagesPart.tsx'

jest.mock('../base/network.ts', () => ({ useIsOnline: () => true }))
// It moves, which needs native modules.
jest.mock('../ui/Skeleton.tsx', () => ({ SkeletonRows: () => null }))
jest.mock('../base/api.ts', () => ({
  api: { clientMessages: { list: jest.fn(), preference: jest.fn(), setPreference: jest.fn() } },
}))
const asked = jest.mocked(api.clientMessages)

const message = (nth: number, changes: Partial<ClientMessage> = {}): ClientMessage => ({
  id: `0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d0${nth}`,
  kind: 'payment-due',
  channel: 'sms',
  sentTo: '+62*******0009',
  state: 'sent',
  createdAt: '2026-11-24T02:20:00Z',
  waitsUntil: null,
  sentAt: '2026-11-24T02:21:00Z',
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  errorCode: null,
  canResend: false,
  instructionId: null,
  ...changes,
})
const preference: ClientPreference = {
  channel: null,
  language: null,
  takesReminders: true,
  takesStatements: true,
  hasWhatsapp: false,
  version: 3,
}

async function open(pages: { items: ClientMessage[]; nextCursor: string | null }[]) {
  for (const page of pages) asked.list.mockResolvedValueOnce(page)
  asked.preference.mockResolvedValue(preference)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } })
  render(
    <QueryClientProvider client={client}>
      <MessagesPart id="1" />
    </QueryClientProvider>,
  )
  await screen.findByRole('link', { name: /^Cara menghubungi/ })
}
const pressed = async (element: Parameters<typeof fireEvent.press>[0]) =>
  await act(async () => void fireEvent.press(element))
const press = async (name: string | RegExp) => await pressed(screen.getByRole('button', { name }))

afterEach(() => jest.resetAllMocks())

describe('the messages to a client', () => {
  test('say by which channel, how far each came, and why one failed', async () => {
    await open([
      {
        items: [
          message(1),
          message(2, { channel: 'whatsapp', state: 'read', readAt: '2026-11-24T02:30:00Z' }),
          message(3, { state: 'queued', sentAt: null, waitsUntil: '2026-11-25T00:00:00Z' }),
          message(4, {
            channel: 'whatsapp',
            state: 'failed',
            failedAt: '2026-11-24T02:40:00Z',
            errorCode: '131026',
          }),
        ],
        nextCursor: null,
      },
    ])
    for (const text of [
      'SMS · +62*******0009',
      '24 Nov 2026, 09.21 WIB',
      'Dibaca',
      '24 Nov 2026, 09.30 WIB',
      'Menunggu sampai 25 Nov 2026, 07.00 WIB (jam tenang)',
      '24 Nov 2026, 09.40 WIB · Nomor ini tidak menerima WhatsApp',
    ])
      expect(screen.getAllByText(text)).not.toHaveLength(0)
    expect(screen.queryByRole('button', { name: 'Pesan sebelumnya' })).toBeNull()
  })

  test('that are older come when they are asked for', async () => {
    await open([
      { items: [message(1)], nextCursor: 'older' },
      { items: [message(2, { kind: 'welcome' })], nextCursor: null },
    ])
    expect(screen.queryByText('Selamat datang')).toBeNull()
    await press('Pesan sebelumnya')
    expect(await screen.findByText('Selamat datang')).toBeTruthy()
    expect(asked.list.mock.calls.map(([given]) => given)).toEqual([
      { id: '1', limit: 5 },
      { id: '1', limit: 5, cursor: 'older' },
    ])
  })
})

describe('how the client wants to be written to', () => {
  const save = async () => {
    await pressed(screen.getByRole('link', { name: /^Cara menghubungi/ }))
    await pressed(await screen.findByRole('radio', { name: 'SMS' }))
    await pressed(screen.getByRole('switch', { name: 'Pengingat' }))
    await press('Simpan')
  }

  test('names each choice, says what the default is, and sends what was chosen', async () => {
    await open([{ items: [], nextCursor: null }])
    asked.setPreference.mockResolvedValue({ ...preference, channel: 'sms', version: 4 })
    await save()
    expect(screen.queryByText('Cara menghubungi', { exact: true })).toBeTruthy()
    expect(asked.setPreference.mock.lastCall?.[0]).toEqual({
      id: '1',
      channel: 'sms',
      language: null,
      takesReminders: false,
      takesStatements: true,
      version: 3,
    })
  })

  test('stays open when somebody else has changed it, and is saved on top of that then', async () => {
    await open([{ items: [], nextCursor: null }])
    asked.setPreference.mockRejectedValueOnce(new Problem(staleVersion))
    asked.setPreference.mockResolvedValue({ ...preference, version: 5 })
    asked.preference
      .mockResolvedValueOnce(preference)
      .mockResolvedValue({ ...preference, version: 4 })
    await save()
    expect(screen.getByText(/^Bawaan: E-mail, atau SMS bila tidak ada\. Perusahaan/)).toBeTruthy()
    for (const name of ['Saluran', 'Bahasa'])
      expect(screen.getByText(name, { includeHiddenElements: true })).toBeTruthy()
    expect(screen.getByText(/diubah orang lain/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: 'SMS' }).props.accessibilityState).toMatchObject({
      checked: true,
    })
    await waitFor(() => expect(asked.preference).toHaveBeenCalledTimes(2))
    await act(async () => await new Promise((next) => setTimeout(next, 0)))
    await press('Simpan')
    await waitFor(() => expect(asked.setPreference).toHaveBeenCalledTimes(2))
    expect(asked.setPreference.mock.lastCall?.[0]).toMatchObject({ channel: 'sms', version: 4 })
  })
})
