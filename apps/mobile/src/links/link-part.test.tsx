import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react-native'
import { setStringAsync } from 'expo-clipboard'
import { Linking } from 'react-native'
import type { LivingLink } from '@rmtools/contracts/crm/client-links'
import { api } from '../base/api.ts'
import { LinkPart } from './LinkPart.tsx'
import { SendSheet } from './SendSheet.tsx'

jest.mock('../base/network.ts', () => ({ useIsOnline: () => true }))
jest.mock('../ui/Toast.tsx', () => ({ toast: jest.fn() }))
jest.mock('../base/api.ts', () => ({
  api: { clientLinks: { get: jest.fn(), take: jest.fn(), ways: jest.fn() } },
}))
const links = jest.mocked(api.clientLinks)

const URL = 'https://rm.example.co.id/i/approve/token'
const sent = {
  channel: 'sms',
  sentTo: '+62********0123',
  state: 'sent',
  errorCode: null,
  createdAt: '2026-11-23T07:04:00.000Z',
  sentAt: '2026-11-23T07:05:00.000Z',
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  waitsUntil: null,
} as const
const living: LivingLink = {
  expiresAt: '2026-11-26T07:04:00.000Z',
  messages: [sent],
  taking: 'possible',
}
const client = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } })
const button = (name: string) => screen.getByRole('button', { name })
const press = async (name: string) => await act(async () => void fireEvent.press(button(name)))

/** Lets the query tell its readers, which it does in the next turn. */
const settled = async () => await act(async () => await new Promise((done) => setTimeout(done, 5)))

async function show(link: LivingLink | null, onSendNew = jest.fn()) {
  links.get.mockResolvedValue({ link })
  const queries = client()
  render(
    <QueryClientProvider client={queries}>
      <LinkPart of={{ kind: 'approval', id: '1' }} name="Siti" onSendNew={onSendNew} />
    </QueryClientProvider>,
  )
  await settled()
  return { onSendNew, queries }
}

test('says by which channel the link went out, and names both after a fall-back', async () => {
  await show({
    ...living,
    messages: [
      { ...sent, channel: 'whatsapp', state: 'fell-back', errorCode: '131026', sentAt: null },
      sent,
    ],
  })
  screen.getByText(
    'Tidak sampai lewat WhatsApp ke +62********0123: Nomor ini tidak menerima WhatsApp',
  )
  screen.getByText('Dikirim lewat SMS ke +62********0123, 23 Nov 2026, 14.05 WIB')
})

test('shows nothing of a link that has ended', async () => {
  await show(null)
  expect(screen.queryByText('Tautan klien')).toBeNull()
})

test('takes the link once it is asked for, keeps it out of the cache, copies and opens WhatsApp', async () => {
  const { queries } = await show(living)
  expect(links.take).not.toHaveBeenCalled()
  const whatsapp = `https://wa.me/6281200000123?text=${encodeURIComponent(URL)}`
  links.take.mockResolvedValue({
    url: URL,
    text: `Buka ${URL}`,
    whatsapp,
    expiresAt: living.expiresAt,
  })
  await press('Salin atau bagikan tautan')
  await settled()
  expect(links.take.mock.calls).toEqual([[{ kind: 'approval', id: '1' }]])
  screen.getByText(`Buka ${URL}`)
  await press('Salin tautan')
  expect(jest.mocked(setStringAsync).mock.lastCall).toEqual([URL])
  screen.getByText('Tersalin')
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  await press('Buka WhatsApp klien')
  expect(opened.mock.lastCall).toEqual([whatsapp])
  const cached = JSON.stringify(
    queries
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.data),
  )
  expect(cached).not.toContain(URL)
})

test('offers a new link where this one cannot be shown', async () => {
  const { onSendNew } = await show({ ...living, taking: 'link-not-shown' })
  screen.getByText(
    'Tautan ini tidak dapat ditampilkan. Kirim tautan baru, lalu salin atau bagikan.',
  )
  await press('Kirim tautan baru')
  expect(onSendNew).toHaveBeenCalledTimes(1)
})

test('offers nothing to take to an RM who does not serve the client', async () => {
  await show({ ...living, taking: 'of-another-rm' })
  screen.getByText('Tautan klien')
  expect(screen.queryByRole('button', { name: /Salin/ })).toBeNull()
})

async function choose(items: { channel: 'whatsapp' | 'sms' | 'email'; to: string }[]) {
  links.ways.mockResolvedValue({ items, preferred: items[0]?.channel ?? null })
  const send = jest.fn(async () => 'sent')
  render(
    <QueryClientProvider client={client()}>
      <SendSheet
        of={{ kind: 'approval', id: '1' }}
        investorId="2"
        said={{ title: 'Kirim', text: 'Teks', act: 'Kirim tautan' }}
        send={send}
        onSent={jest.fn()}
        onClose={jest.fn()}
      />
    </QueryClientProvider>,
  )
  await settled()
  return send
}

test('sends by the preferred channel, with its masked address, unless another is chosen', async () => {
  const send = await choose([
    { channel: 'sms', to: '+62********0123' },
    { channel: 'email', to: 's***@mail.example' },
  ])
  screen.getByText('+62********0123')
  expect(screen.queryByRole('radio', { name: 'WhatsApp' })).toBeNull()
  await act(async () => void fireEvent.press(screen.getByRole('radio', { name: 'E-mail' })))
  screen.getByText('s***@mail.example')
  await press('Kirim tautan')
  expect(send.mock.calls).toMatchObject([['email', {}]])
})

test('says what is missing where the client cannot be reached', async () => {
  const send = await choose([])
  screen.getByText('Klien ini belum dapat dikirimi tautan')
  await press('Kirim tautan')
  expect(send).not.toHaveBeenCalled()
})

test('says in the sheet what to do where copying and WhatsApp are refused', async () => {
  await show(living)
  links.take.mockResolvedValue({ url: URL, text: URL, whatsapp: URL, expiresAt: living.expiresAt })
  await press('Salin atau bagikan tautan')
  await settled()
  jest.mocked(setStringAsync).mockResolvedValueOnce(false)
  await press('Salin tautan')
  screen.getByText('Penyalinan tidak diizinkan di sini. Tekan lama teksnya, lalu salin.')
  jest.spyOn(Linking, 'openURL').mockRejectedValueOnce(new Error('no app'))
  await press('Buka WhatsApp klien')
  screen.getByText('WhatsApp tidak dapat dibuka di sini. Bagikan atau salin tautannya.')
})
