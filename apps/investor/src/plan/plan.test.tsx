// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rememberLanguage, SpeechProvider } from '../base/language.tsx'
import { refusal, serve, type Answers } from '../base/testing.ts'
import { MyPlan } from './MyPlan.tsx'
import { PlanSigning } from './PlanSigning.tsx'
import { managed, sender, view } from './testing.ts'
import { meaningOf } from './words.ts'

// jsdom has neither media queries nor adopted style sheets.
vi.mock('../base/theme.ts', () => ({ applyTheme: () => undefined }))
// Nor does it draw.
vi.mock('../ui/Signature.tsx', () => ({
  Signature: ({ fault }: { fault?: string }) => fault ?? null,
}))

const token = 'T'.repeat(43)
const plan = `/crm/managed-plans/${token}`
const mandate = `/crm/plan-mandates/${token}`
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

afterEach(() => {
  cleanup()
  localStorage.clear()
  history.replaceState(null, '', '/')
  vi.unstubAllGlobals()
})

describe('a plan behind its lasting link', () => {
  async function open(answers: Answers = {}) {
    const asked = serve({ [`GET ${plan}`]: managed, ...answers })
    render(
      <SpeechProvider>
        <MyPlan token={token} />
      </SpeechProvider>,
    )
    await screen.findByRole('heading', { level: 1 })
    return asked
  }

  const paused = { ...managed, status: 'paused', pausedBy: 'investor', nextRuns: [] }

  test('is paused by its investor', async () => {
    await open({ [`POST ${plan}/pause`]: paused })
    press('Jeda rencana')
    await screen.findByText(/^Anda menjeda rencana ini/)
    expect(screen.queryByText('Tanggal berikutnya')).toBeNull()
  })

  test('is resumed by its investor', async () => {
    await open({ [`GET ${plan}`]: paused, [`POST ${plan}/resume`]: managed })
    press('Lanjutkan rencana')
    await screen.findByText('Berjalan')
    // A date is never broken between two lines.
    expect(document.body.textContent).toContain('7\u00A0Des\u00A02026, 6\u00A0Jan\u00A02027')
  })

  test('is revoked only after a second step that says what stays', async () => {
    const revoked = { ...managed, status: 'revoked', endedAt: '2026-11-24T02:26:00Z', nextRuns: [] }
    const asked = await open({ [`POST ${plan}/revoke`]: revoked })
    press('Cabut mandat')
    await screen.findByText(/Unit yang sudah Anda miliki tidak berubah/)
    expect(asked.map(({ what }) => what)).toEqual([`GET ${plan}`])
    press('Ya, cabut mandat')
    await screen.findByText(/^Mandat Anda dicabut/)
    expect(screen.getByText('Berakhir 24 Nov 2026, 09.26 WIB')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Jeda|Cabut/ })).toBeNull()
  })

  test('shows what is so now when an act was refused', async () => {
    const stopped = { ...managed, status: 'stopped', endedAt: '2026-11-24T02:26:00Z', nextRuns: [] }
    await open({
      [`GET ${plan}`]: [{ body: managed }, { body: stopped }],
      [`POST ${plan}/pause`]: [refusal(409, 'plan-ended')],
    })
    press('Jeda rencana')
    await screen.findByRole('alert')
    expect(screen.getByText('Dihentikan')).toBeTruthy()
  })

  test('leads to whom to ask when its link has ended', async () => {
    await open({ [`GET ${plan}`]: [refusal(410, 'link-void')] })
    expect(screen.queryByText('Investasi berkala Anda')).toBeNull()
    expect(screen.queryByRole('button', { name: /Jeda|Cabut/ })).toBeNull()
  })
})

describe('the mandate', () => {
  const { document: terms } = view

  test('is explained in English as far as the Indonesian statement goes, and no further', () => {
    const [first] = terms.lines
    const within = { ...terms, lines: first ? [first] : [] }
    const byHand = { ...within, way: 'virtual-account' as const }
    expect(meaningOf(byHand)).toMatch(/A purchase is skipped if my risk profile/)
    expect(meaningOf(byHand)).not.toMatch(/debits|above my risk profile/)
    expect(meaningOf(within)).toMatch(/debits/)
    expect(meaningOf(terms)).toMatch(/above my risk profile/)
  })

  test('is not signed without the statement and a signature, which the screen says by name', async () => {
    rememberLanguage('en')
    const asked = serve({ [`GET ${mandate}`]: view, [`GET ${mandate}/sender`]: sender })
    render(
      <SpeechProvider>
        <PlanSigning token={token} />
      </SpeechProvider>,
    )
    await screen.findByText('On behalf of Siti Rahmawati')
    expect(screen.getByText('Risk level 5 of 5, above your risk profile, fee 1.00%')).toBeTruthy()
    press('Continue to sign')
    expect(await screen.findByText(meaningOf(terms))).toBeTruthy()
    press('Continue and send a code')
    await waitFor(() => expect(screen.getByText(/^The signature is missing/)).toBeTruthy())
    expect(screen.getByRole('checkbox').getAttribute('aria-invalid')).toBe('true')
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([])
  })

  test('of which the answer was lost on the way is shown as signed, if it was', async () => {
    serve({
      [`GET ${mandate}`]: view,
      [`GET ${mandate}/sender`]: [
        { body: sender },
        { body: { ...sender, answer: 'declined', answeredAt: '2026-11-24T02:20:00Z' } },
      ],
      'PATCH /crm/plans/signature': [refusal(410, 'link-used')],
    })
    render(
      <SpeechProvider>
        <PlanSigning token={token} />
      </SpeechProvider>,
    )
    await screen.findByText('Atas nama Siti Rahmawati')
    press('Tolak')
    fireEvent.click(await screen.findByLabelText('Saya ingin menunda'))
    press('Tolak rencana')
    expect(await screen.findByText(/^Anda sudah menolak/)).toBeTruthy()
  })
})
