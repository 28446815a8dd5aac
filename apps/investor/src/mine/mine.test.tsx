// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { VISIT_MINUTES } from '@rmtools/contracts/crm/client-page'
import { SpeechProvider } from '../base/language.tsx'
import { refusal, serve, type Answers } from '../base/testing.ts'
import { Mine } from './Mine.tsx'
import { home, orderOf, sender, settledOrders, unpaid } from './testing.ts'

// jsdom has neither media queries nor adopted style sheets.
vi.mock('../base/theme.ts', () => ({ applyTheme: () => undefined }))

const token = 'T'.repeat(43)
const visit = 'V'.repeat(43)
const page = `/crm/client-pages/${token}`
const visited = `/crm/client-visits/${visit}`
const holdings = {
  asOf: '2026-11-24T02:25:00Z',
  isStale: false,
  totals: [{ currency: 'IDR', value: '58688651.45' }],
  positions: [
    {
      productCode: 'PU',
      productName: 'Reksa Dana Elang Pasar Uang Optima',
      currency: 'IDR',
      units: '37992.3839',
      nav: '1544.7478',
      navDate: '2026-11-23',
      value: '58688651.45',
    },
  ],
}

const codeReply = { phone: sender.phone, channel: 'whatsapp', resendAfterSeconds: 60 }

const answers: Answers = {
  [`GET ${page}/sender`]: sender,
  [`POST ${page}/code`]: codeReply,
  [`POST ${page}/visits`]: { visit },
  [`GET ${visited}`]: home,
  [`GET ${visited}/holdings`]: holdings,
  [`DELETE ${visited}`]: [{ status: 204, body: null }],
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const show = () =>
  render(
    <SpeechProvider>
      <Mine token={token} />
    </SpeechProvider>,
  )

/** Opens the page by the code. */
async function enter() {
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Kirim kode' }))
  fireEvent.change(await screen.findByLabelText('Kode 6 angka'), { target: { value: '123456' } })
  fireEvent.click(button('Buka'))
  await screen.findByRole('heading', { name: 'Pesanan' })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the gate', () => {
  test('says that the code was sent only once it was, and asks for six digits', async () => {
    const asked = serve(answers)
    show()
    await screen.findByText(/^Untuk membukanya kami mengirim kode ke \+62\*+0005/)
    fireEvent.click(button('Kirim kode'))
    fireEvent.change(await screen.findByLabelText('Kode 6 angka'), { target: { value: '12' } })
    fireEvent.click(button('Buka'))
    expect(screen.getByText(/^Kami mengirim kode lewat WhatsApp ke/)).toBeTruthy()
    expect(screen.getByText('Kode terdiri atas 6 angka.')).toBeTruthy()
    expect(asked.map(({ what }) => what)).not.toContain(`POST ${page}/visits`)
  })

  test('shows a wrong code at its field, and nothing of the client', async () => {
    serve({ ...answers, [`POST ${page}/visits`]: [refusal(422, 'otp-wrong')] })
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Kirim kode' }))
    const field = await screen.findByLabelText('Kode 6 angka')
    fireEvent.change(field, { target: { value: '123456' } })
    fireEvent.click(button('Buka'))
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.queryByText(home.investorName)).toBeNull()
  })

  test('opens although an older server does not say by which channel the code went', async () => {
    const { channel: _, ...older } = codeReply
    serve({ ...answers, [`POST ${page}/code`]: older })
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Kirim kode' }))
    expect(await screen.findByText(/^Kami mengirim kode ke/)).toBeTruthy()
  })

  test('of a link that has ended says whom to ask for another', async () => {
    serve({ ...answers, [`GET ${page}/sender`]: { ...sender, phone: null } })
    show()
    await screen.findByRole('heading', { name: 'Tautan ini tidak berlaku lagi' })
    expect(screen.getAllByText('Budi Santoso')).not.toHaveLength(0)
    expect(screen.queryByRole('button', { name: 'Kirim kode' })).toBeNull()
  })
})

describe('the open page', () => {
  test('tells orders of one fund apart by their day, and shows how to pay the one that waits', async () => {
    serve(answers)
    await enter()
    const orders = screen.getByRole('region', { name: 'Pesanan' })
    const heads = [...orders.querySelectorAll('.order > summary')].map((one) => one.textContent)
    expect(new Set(heads).size).toBe(heads.length)
    expect(heads[1]).toContain('27\u00A0Okt\u00A02026')
    const open = [...orders.querySelectorAll('details.order[open]')]
    expect(open).toHaveLength(1)
    expect(open[0]?.textContent).toContain('Bayar tepat sejumlah ini')
  })

  test('keeps long lists short until they are asked for, but never an order to pay', async () => {
    const older = orderOf(20, { ...unpaid, id: orderOf(20).id, navDate: '2026-10-01' })
    serve({ ...answers, [`GET ${visited}`]: { ...home, orders: [...settledOrders, older] } })
    await enter()
    const orders = within(screen.getByRole('region', { name: 'Pesanan' }))
    const shown = () =>
      orders.getAllByText('Reksa Dana Elang Pasar Uang Optima', { selector: '.order-name' })
    expect(shown()).toHaveLength(6)
    expect(orders.getByText('Sisa waktu', { exact: false })).toBeTruthy()
    fireEvent.click(orders.getByRole('button', { name: 'Tampilkan semua (13)' }))
    expect(shown()).toHaveLength(13)
    fireEvent.click(orders.getByRole('button', { name: 'Tampilkan lebih sedikit' }))
    expect(shown()).toHaveLength(6)
  })

  test('offers no file of a statement that is not made yet', async () => {
    serve(answers)
    await enter()
    const listed = within(screen.getByRole('region', { name: 'Laporan bulanan' }))
    expect(listed.getByText(/^Sedang disiapkan/)).toBeTruthy()
    expect(listed.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'Simpan PDF Sep 2026',
    ])
  })

  test('shows holdings again after a fault, and closes when the visit has ended', async () => {
    serve({
      ...answers,
      [`GET ${visited}/holdings`]: [
        refusal(500, 'internal'),
        { body: holdings },
        refusal(410, 'visit-ended'),
      ],
    })
    await enter()
    fireEvent.click(await screen.findByRole('button', { name: 'Coba lagi' }))
    await screen.findByText(/^37\.992,3839 × 1\.544,7478, NAB/)
    fireEvent.click(button('Perbarui'))
    await screen.findByText(/^Kunjungan sebelumnya sudah berakhir/)
    expect(sessionStorage).toHaveLength(0)
    expect(screen.queryByText(home.investorName)).toBeNull()
  })

  test('closes when nobody uses it any more, and at once on leaving', async () => {
    const asked = serve(answers)
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await enter()
    await act(async () => void (await vi.advanceTimersByTimeAsync(VISIT_MINUTES * 60_000)))
    expect(screen.getByText(/^Kunjungan sebelumnya sudah berakhir/)).toBeTruthy()
    expect(screen.queryByText(home.investorName)).toBeNull()
    cleanup()
    await enter()
    fireEvent.click(button('Keluar'))
    await screen.findByRole('button', { name: 'Kirim kode' })
    expect(asked.at(-1)?.what).toBe(`DELETE ${visited}`)
    expect(sessionStorage).toHaveLength(0)
  })
})
