import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBffWorld, type BffWorld } from '../testing/bff-world.ts'
import { RINA } from '../testing/people.ts'

const rina = { id: RINA, role: 'rm' } as const
const UPDATE_URL = 'https://store.example/rmtools'
let world: BffWorld
beforeAll(async () => {
  world = await createBffWorld({ APP_VERSION_LEAST: '1.4.0', APP_UPDATE_URL: UPDATE_URL })
})
afterAll(async () => await world[Symbol.asyncDispose]())

async function ask(path: string, version?: string, init: RequestInit = {}) {
  const reply = await fetch(world.url + path, {
    ...init,
    headers: {
      ...init.headers,
      authorization: `Bearer ${await world.tokenOf(rina)}`,
      ...(version === undefined ? {} : { 'app-version': version }),
    },
    signal: AbortSignal.timeout(5000),
  })
  const { headers } = reply
  const isStream = headers.get('content-type')?.startsWith('text/event-stream')
  if (isStream) await reply.body?.cancel()
  const body = (isStream ? {} : await reply.json()) as { type?: string; detail?: string }
  return { status: reply.status, type: body.type, body }
}

describe.each([
  ['a read', '/products', {}],
  ['a public write', '/auth/login', { method: 'POST' }],
  ['the live stream', '/live', {}],
])('%s', (_what, path, init) => {
  test.each(['1.3.9', '0.1.0', '1.3.100'])('of an app of %s is refused kindly', async (version) => {
    expect(await ask(path, version, init)).toMatchObject({
      status: 403,
      type: '/problems/app-too-old',
      body: { detail: 'Version 1.4.0 or newer is needed' },
    })
  })

  test.each(['1.4.0', '1.10.0', '2.0.0', undefined])('of %s is not', async (version) => {
    expect((await ask(path, version, init)).type).not.toBe('/problems/app-too-old')
  })

  test.each(['new', '1.4', '1.4.0-beta', '1.4.0, 1.4.0'])(
    'of %o is refused with the format of a version',
    async (version) => {
      expect(await ask(path, version, init)).toMatchObject({
        status: 400,
        type: '/problems/invalid-input',
        body: { detail: 'App-Version is three numbers, e.g. 1.4.0' },
      })
    },
  )
})

test('an app of any version learns which version it needs and where to get it', async () => {
  for (const version of ['0.1.0', '2.0.0'])
    expect(await ask('/app-version', version)).toMatchObject({
      status: 200,
      body: { least: '1.4.0', updateUrl: UPDATE_URL },
    })
})

test('without the setting every version is served, and a wrong setting does not start', async () => {
  await using other = await createBffWorld()
  const reply = await fetch(`${other.url}/app-version`, { headers: { 'app-version': '0.0.1' } })
  expect(await reply.json()).toEqual({ least: null, updateUrl: null })
  const read = await fetch(`${other.url}/products`, {
    headers: { 'app-version': '0.0.1', authorization: `Bearer ${await other.tokenOf(rina)}` },
  })
  expect(read.status).toBe(200)
  await expect(createBffWorld({ APP_VERSION_LEAST: 'new' })).rejects.toThrow('APP_VERSION_LEAST')
})
