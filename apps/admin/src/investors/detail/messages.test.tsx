// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react'
import { App } from 'antd'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ClientPreference } from '@rmtools/contracts/crm/client-messages'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import {
  clientMessages as messages,
  clientPreference as preference,
} from '@rmtools/gallery/client-messages'
import { ask, queryClient } from '../../base/queries.ts'
import { enter } from '../../base/session.ts'
import { Messages } from './Messages.tsx'

// A second is nothing on a busy machine.
configure({ asyncUtilTimeout: 20_000 })

// jsdom has no media queries and no observers of sizes; modules ask for them as they load.
vi.hoisted(() => {
  const nothing = () => undefined
  const query = {
    matches: false,
    addListener: nothing,
    removeListener: nothing,
    addEventListener: nothing,
    removeEventListener: nothing,
  }
  const observer = class {
    observe = nothing
    unobserve = nothing
    disconnect = nothing
  }
  Object.assign(globalThis, { matchMedia: () => query, ResizeObserver: observer })
})

type Answer = { status: number; body: object }
type Asked = { what: string; body: unknown }
const id = '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a01'
const log = `/crm/investors/${id}/messages`
const stale = {
  status: 409,
  body: { type: '/problems/stale-version', title: '', status: 409 },
}
let asked: Asked[]
let saves: Answer[]
let stored: ClientPreference

beforeEach(() => {
  enter({ accessToken: 'a token' } as SignIn)
  queryClient.clear()
  asked = []
  saves = []
  stored = preference
  vi.stubGlobal('fetch', async (url: string, init: { method: string; body?: string }) => {
    const what = `${init.method} ${new URL(url, 'http://localhost').pathname}`
    asked.push({ what, body: JSON.parse(init.body ?? 'null') as unknown })
    const { status, body } = answerTo(what, saves)
    return new Response(JSON.stringify(body), { status })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function answerTo(what: string, queue: Answer[]): Answer {
  if (what === `GET ${log}`) return { status: 200, body: { items: messages, nextCursor: null } }
  // Columns and views of tables, which nobody here has chosen.
  if (what.endsWith('/preferences')) return { status: 200, body: { items: [] } }
  if (what.startsWith('GET')) return { status: 200, body: stored }
  return queue.shift() ?? { status: 200, body: stored }
}

async function open(permissions: string[]) {
  queryClient.setQueryData(ask('account', 'me').queryKey, { permissions, companies: [] } as never)
  render(
    <QueryClientProvider client={queryClient}>
      <App>
        <Messages id={id} />
      </App>
    </QueryClientProvider>,
  )
  await screen.findByRole('checkbox', { name: 'Pengingat' })
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const puts = () => asked.filter(({ what }) => what.startsWith('PUT')).map(({ body }) => body)

describe("a client's messages", () => {
  test('say in words how far each came and why it did not', async () => {
    await open(['investor.read'])
    const text = (await screen.findByRole('table')).textContent ?? ''
    for (const part of [
      'Menunggu sampai 25 Nov 2026, 07.00 WIB (jam tenang)',
      'Sampai24 Nov 2026, 09.22 WIB',
      'Diganti SMS24 Nov 2026, 09.23 WIB · Tidak sampai pada waktunya',
      'Gagal24 Nov 2026, 09.24 WIB · Nomor ini tidak menerima WhatsApp',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/131026|not-delivered|fell-back|queued/)
  })

  test('are sent again only by who may, and only those that can be', async () => {
    await open(['investor.read', 'client-message.resend'])
    const rows = await screen.findAllByRole('row')
    const offering = rows.filter((row) => within(row).queryByRole('button') !== null)
    expect(offering).toHaveLength(2)
    saves.push({ status: 200, body: { channel: 'sms', sentTo: '+62*******0009' } })
    fireEvent.click(within(offering[1] as HTMLElement).getByRole('button'))
    await screen.findByText('Dikirim lewat SMS ke +62*******0009')
    expect(asked.some(({ what }) => what === `POST ${log}/${messages[5]?.id}/resend`)).toBe(true)
  })

  test('offer nothing to who may only read', async () => {
    await open(['investor.read'])
    await screen.findByRole('table')
    expect(screen.queryByRole('button', { name: 'Kirim ulang' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Simpan' })).toBeNull()
    expect(screen.getByRole('checkbox', { name: 'Pengingat' })).toHaveProperty('disabled', true)
  })
})

describe('how a client wants to be written to', () => {
  test('goes on top of what somebody else has stored meanwhile', async () => {
    await open(['investor.read', 'client-preference.write'])
    fireEvent.click(screen.getByRole('checkbox', { name: 'Pengingat' }))
    saves.push(stale)
    stored = { ...preference, takesStatements: false, version: 4 }
    press('Simpan')
    await screen.findByText(/sudah diubah orang lain/)
    const statements = screen.getByRole('checkbox', { name: 'Laporan bulanan' })
    await waitFor(() => expect(statements).toHaveProperty('checked', false))
    expect(screen.getByRole('checkbox', { name: 'Pengingat' })).toHaveProperty('checked', false)
    await new Promise((next) => setTimeout(next, 700))
    press('Simpan')
    await screen.findByText('Preferensi tersimpan')
    const common = { channel: null, language: null, takesReminders: false }
    expect(puts()).toEqual([
      { ...common, takesStatements: true, version: 3 },
      { ...common, takesStatements: false, version: 4 },
    ])
  })

  test('explains at the reminders what they are', async () => {
    await open(['investor.read'])
    const reminders = screen.getByRole('checkbox', { name: 'Pengingat' })
    const hint = document.getElementById(reminders.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toMatch(/^Misalnya profil risiko/)
  })
})
