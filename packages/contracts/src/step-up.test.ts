// SECURITY 61 on the client's side: a call that needs a fresh password waits for it, then
// continues.
import { afterEach, expect, test, vi } from 'vitest'
import { investors } from './crm/investors.ts'
import { clients } from './client.ts'
import { everyEndpoint } from './everything.ts'
import { CSV, XLSX } from './lists.ts'
import { fetchSend } from './fetch.ts'
import { stepUpRequired, Problem } from './problem.ts'

afterEach(() => vi.unstubAllGlobals())

const ID = '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11'
const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** A server that only reveals data to tokens issued after the step-up. */
function world(isGiven: boolean) {
  const session = { token: 'stale', asked: 0 }
  vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) =>
    headers['authorization'] === 'Bearer fresh'
      ? json(200, { value: '3171' })
      : json(403, new Problem(stepUpRequired).toBody()),
  )
  const stepUp = async () => {
    session.asked += 1
    if (isGiven) session.token = 'fresh'
    return isGiven
  }
  const send = fetchSend({
    session: { accessToken: () => session.token, renew: async () => false, stepUp },
  })
  return {
    session,
    reveal: async () =>
      await clients({ investors }, send).investors.reveal({
        id: ID,
        pointer: '/individual/identityNumber',
      }),
  }
}

test('SECURITY 61: the password is asked for once, and the call is made again', async () => {
  const { session, reveal } = world(true)
  expect(await reveal()).toEqual({ value: '3171' })
  expect(await reveal()).toEqual({ value: '3171' })
  expect(session.asked).toBe(1)
})

test('SECURITY 61: without it the call stays refused', async () => {
  const { session, reveal } = world(false)
  await expect(reveal()).rejects.toMatchObject({ code: 'step-up-required' })
  expect(session.asked).toBe(1)
})

test('SECURITY 61: operations that reveal, export, or change rights and terms ask for it', () => {
  const fresh = everyEndpoint.flatMap(({ id, spec }) => (spec.fresh ? [id] : []))
  for (const id of [
    'investors.reveal',
    'roles.update',
    'messageTemplates.put',
    'companies.update',
    'pendingChanges.decide',
  ])
    expect(fresh).toContain(id)
  const files = everyEndpoint.filter(
    ({ spec }) => typeof spec.access === 'object' && spec.access.permission.endsWith('.export'),
  )
  expect(files.length).toBeGreaterThan(5)
  expect(files.flatMap(({ id }) => (fresh.includes(id) ? [] : [id]))).toEqual([])
})

test('SECURITY 61: every disclosure of personal data asks for it, in every service', () => {
  const takingOut = everyEndpoint.filter(({ spec }) => spec.discloses !== undefined)
  expect(takingOut.length).toBeGreaterThan(15)
  expect(takingOut.flatMap(({ id, spec }) => (spec.fresh ? [] : [id]))).toEqual([])
})

/**
 * Read all day at work, and about one order or plan that the screen shows in full; or not about any person.
 */
const FREELY_READ = [
  'instructions.document',
  'evidence.document',
  'plans.document',
  'products.factSheet',
  'live.stream',
]

/** Called by machines and strangers; nobody is signed in. */
const UNSIGNED = ['link', 'public', 'push']

test('SECURITY 61: every file that people signed in take asks for it, but for those that are named here', () => {
  const files = everyEndpoint.filter(
    ({ spec }) => spec.produces !== undefined && !UNSIGNED.includes(String(spec.access)),
  )
  expect(files.length).toBeGreaterThan(15)
  expect(files.flatMap(({ id, spec }) => (spec.fresh ? [] : [id])).toSorted()).toEqual(
    FREELY_READ.toSorted(),
  )
})

test('SECURITY 61: every reveal and every file of many people is counted by person and day', () => {
  const counted = everyEndpoint.flatMap(({ id, spec }) => (spec.discloses ? [id] : []))
  const tables = everyEndpoint.filter(({ spec }) => spec.produces === CSV || spec.produces === XLSX)
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.flatMap(({ id }) => (counted.includes(id) ? [] : [id]))).toEqual([])
  for (const id of ['investors.reveal', 'reports.bookPdf']) expect(counted).toContain(id)
})
