// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Registration } from './api.ts'
import { shownForm } from './draft.ts'
import { useDraft } from './use-draft.ts'

const token = 'A'.repeat(43)
const registration = (version: number, form: object = {}) =>
  ({
    kind: 'individual',
    version,
    individual: {
      fullName: 'Siti',
      placeOfBirth: null,
      email: null,
      identityNumber: null,
      ...form,
    },
    missing: [],
  }) as unknown as Registration

type Answer = { status: number; body: object } | 'offline'

/** A server that gives these answers to saves in turn, and records the requests. */
function server(saves: Answer[], view: Registration = registration(7)) {
  const asked: { version: number; individual: object }[] = []
  vi.stubGlobal('fetch', async (url: string, init: { method: string; body?: string }) => {
    const json = (status: number, body: object) => new Response(JSON.stringify(body), { status })
    if (url.includes('csrf')) return json(200, { csrfToken: 'x', expiresInSeconds: 3600 })
    if (init.method === 'GET') return json(200, view)
    asked.push(JSON.parse(init.body ?? '{}') as (typeof asked)[number])
    const next = saves.shift() ?? { status: 200, body: view }
    if (next === 'offline') throw new TypeError('no network')
    return json(next.status, next.body)
  })
  return asked
}

const open = (onEnded = vi.fn()) => renderHook(() => useDraft(token, registration(1), onEnded))
afterEach(() => vi.unstubAllGlobals())

describe('the draft', () => {
  test('sends what was typed, with the version that was seen', async () => {
    const asked = server([{ status: 200, body: registration(2, { placeOfBirth: 'Bogor' }) }])
    const { result } = open()
    act(() => result.current.type('placeOfBirth', ' Bogor '))
    await act(async () => await result.current.flush())
    expect(asked).toEqual([{ version: 1, individual: { placeOfBirth: 'Bogor' } }])
    expect([result.current.saving, result.current.draft.edits]).toEqual(['saved', {}])
  })

  test('keeps what could not be sent and sends it when the network is back', async () => {
    server(['offline', { status: 200, body: registration(2, { placeOfBirth: 'Bogor' }) }])
    const { result } = open()
    act(() => result.current.type('placeOfBirth', 'Bogor'))
    await act(async () => await result.current.flush())
    expect([result.current.saving, shownForm(result.current.draft)['placeOfBirth']]).toEqual([
      'failed',
      'Bogor',
    ])
    act(() => void dispatchEvent(new Event('online')))
    await waitFor(() => expect(result.current.saving).toBe('saved'))
  })

  test('looks again when somebody else saved, says so, and what was typed here counts', async () => {
    const stale = { status: 409, body: { type: '/problems/stale-version', title: '', status: 409 } }
    const asked = server(
      [stale, { status: 200, body: registration(8, { placeOfBirth: 'Bogor' }) }],
      registration(7, { placeOfBirth: 'Solo' }),
    )
    const { result } = open()
    act(() => result.current.type('placeOfBirth', 'Bogor'))
    await act(async () => await result.current.flush())
    expect(result.current.draft.changedElsewhere).toEqual(['placeOfBirth'])
    expect(asked.map(({ version }) => version)).toEqual([1, 7])
    expect([result.current.saving, shownForm(result.current.draft)['placeOfBirth']]).toEqual([
      'saved',
      'Bogor',
    ])
  })

  test('one field that is refused holds up no other', async () => {
    const refused = {
      status: 422,
      body: {
        type: '/problems/kyc-invalid',
        title: '',
        status: 422,
        errors: [{ pointer: '/individual/identityNumber', code: 'nik-serial-0000' }],
      },
    }
    const asked = server([
      refused,
      { status: 200, body: registration(2, { placeOfBirth: 'Bogor' }) },
    ])
    const { result } = open()
    act(() => {
      result.current.type('identityNumber', '3174075205900000')
      result.current.type('placeOfBirth', 'Bogor')
    })
    await act(async () => await result.current.flush())
    expect(asked.at(-1)?.individual).toEqual({ placeOfBirth: 'Bogor' })
    expect(result.current.draft.refused).toEqual([
      { pointer: '/individual/identityNumber', code: 'nik-serial-0000' },
    ])
    expect([result.current.saving, shownForm(result.current.draft)['identityNumber']]).toEqual([
      'unsaved',
      '3174075205900000',
    ])
  })

  test('a secret stays readable for the one who typed it, and a mask is never sent', async () => {
    const asked = server([
      { status: 200, body: registration(2, { identityNumber: '************0001' }) },
    ])
    const { result } = open()
    act(() => result.current.type('identityNumber', '3174075205900001'))
    await act(async () => await result.current.flush())
    expect(shownForm(result.current.draft)['identityNumber']).toBe('3174075205900001')
    act(() => result.current.type('identityNumber', '************0001'))
    await act(async () => await result.current.flush())
    expect(asked).toHaveLength(1)
  })

  test('what is shown stays as it was typed while the page saves it in another form', async () => {
    server([
      { status: 200, body: registration(2, { placeOfBirth: 'Kota', taxResidences: null }) },
      { status: 200, body: registration(3, { placeOfBirth: 'Kota Batu', taxResidences: null }) },
    ])
    const { result } = open()
    const shown = (name: string) => shownForm(result.current.draft)[name]
    // Somebody pauses between two words, and after adding an entry that is still empty.
    act(() => {
      result.current.type('placeOfBirth', 'Kota ')
      result.current.type('taxResidences', [{ country: 'ID' }])
    })
    await act(async () => await result.current.flush())
    expect([result.current.saving, result.current.draft.edits]).toEqual(['saved', {}])
    expect([shown('placeOfBirth'), shown('taxResidences')]).toEqual(['Kota ', [{ country: 'ID' }]])

    act(() => result.current.type('placeOfBirth', `${String(shown('placeOfBirth'))}Batu`))
    await act(async () => await result.current.flush())
    expect(shown('placeOfBirth')).toBe('Kota Batu')
  })

  test('what somebody else changed afterwards is shown instead of what was typed', async () => {
    server(
      [{ status: 200, body: registration(2, { placeOfBirth: 'Kota' }) }],
      registration(3, { placeOfBirth: 'Solo' }),
    )
    const { result } = open()
    act(() => result.current.type('placeOfBirth', 'Kota '))
    await act(async () => await result.current.flush())
    await act(async () => await result.current.reload())
    expect(shownForm(result.current.draft)['placeOfBirth']).toBe('Solo')
  })

  test('ends when the link does, with what was typed', async () => {
    server([{ status: 410, body: { type: '/problems/link-void', title: '', status: 410 } }])
    const onEnded = vi.fn()
    const { result } = open(onEnded)
    act(() => result.current.type('placeOfBirth', 'Bogor'))
    await act(async () => await result.current.flush())
    expect(onEnded).toHaveBeenCalledOnce()
    expect(result.current.draft.edits).toEqual({ placeOfBirth: 'Bogor' })
  })
})
