// SECURITY 33 and 35: after the whole main workflow no secret is in the database, the jobs, the
// trail or the logs at their most verbose level.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../caller.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import type { System } from '../system.ts'
import { walk } from '../tour/walk.ts'
import { quietStage } from './bib.ts'
import { asOwner, jobsDone } from './books.ts'
import { dumpOf, findIn, recordSecrets, sentSecrets, type Canaries } from './canaries.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

const THREE_MINUTES = 180_000

let system: System
let logs: string
let canaries: Canaries

const logText = async () => await readFile(join(logs, 'log'), 'utf8')

beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'rmtools-logs-'))
  system = await throwAwaySystem({
    arrangement: 'split',
    logLevel: 'debug',
    logFile: join(logs, 'log'),
  })
  const ear = recordSecrets()
  await walk(quietStage(system)).finally(ear.stop)
  await jobsDone(system)
  const ours = Object.entries(system.secrets).map(([name, value]) => [value, name] as const)
  canaries = new Map([...ear.heard, ...sentSecrets(system), ...ours, [DEMO_PASSWORD, 'a password']])
}, THREE_MINUTES)
afterAll(async () => {
  await system[Symbol.asyncDispose]()
  await rm(logs, { recursive: true, force: true })
})

describe('SECURITY 33: secrets', () => {
  test('of every kind were used, or the search proves nothing', () => {
    const origins = [...canaries.values()].join('\n')
    for (const kind of [
      'password',
      'accessToken',
      'refreshToken',
      'a code',
      'a link',
      'identityNumber',
      'motherMaidenName',
      'number',
      'tin',
      'SERVICE_KEY',
    ])
      expect(origins).toContain(kind)
    expect(canaries.size).toBeGreaterThan(60)
    const planted = ['a code', 'identityNumber', 'refreshToken'].map(
      (kind) => [...canaries].find(([, origin]) => origin.includes(kind))?.[0] ?? '',
    )
    for (const secret of planted)
      for (const text of [
        `{"a": "${secret}"}`,
        `{"a": "\\\\x7b22${Buffer.from(secret).toString('hex')}227d"}`,
      ])
        expect(findIn(new Map([['a table', text]]), canaries)).toHaveLength(1)
  })

  test('are in no table: not in the trail, not in a job', async () => {
    const dump = await dumpOf(system)
    expect([...dump.keys()]).toEqual(
      expect.arrayContaining([
        'auth_bib.auth_user_action_log',
        'crm_jobs._private_jobs',
        'auth_bib.auth_ott',
        'crm_bib.investor_individual',
      ]),
    )
    expect(findIn(dump, canaries)).toEqual([])
  })

  test('are in no line of the logs, nor beside the audit trail', async () => {
    const text = await logText()
    expect(text.split('\n').length).toBeGreaterThan(200)
    const heads = await readFile(join(system.directory, 'audit-heads.jsonl'), 'utf8')
    expect(
      findIn(
        new Map([
          ['the logs', text],
          ['the heads', heads],
        ]),
        canaries,
      ),
    ).toEqual([])
  })
})

/** The reply to raw bytes that no client library would send. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(Number(new URL(system.url).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  const closed = new Promise((done) => socket.once('close', done))
  socket.write(text, 'latin1')
  await closed
  return Buffer.concat(chunks).toString()
}

/** Tries to sign in with this user agent; returns the status. */
async function signInAs(agent: string): Promise<number> {
  const issued = await fetch(`${system.url}/auth/csrf-token`)
  const { csrfToken } = (await issued.json()) as { csrfToken: string }
  const device = { id: '0198ffff-ffff-7fff-8fff-ffffffffffff', name: 'X', platform: 'android' }
  const body = JSON.stringify({
    login: 'rina@nusantara.example',
    password: 'wrong-password-1',
    client: 'mobile',
    device,
  })
  const head = [
    'POST /auth/login HTTP/1.1',
    'Host: x',
    `User-Agent: ${agent}`,
    `X-CSRF-Token: ${csrfToken}`,
    `Cookie: ${issued.headers.getSetCookie()[0]?.split(';')[0]}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ]
  return Number((await sendRaw(`${head.join('\r\n')}\r\n\r\n${body}`)).slice(9, 12))
}

describe('SECURITY 35: what comes from outside', () => {
  test.each([
    ['none', 'curl/8', 401],
    ['folded', 'curl\r\n {"level":"error","msg":"forged"}', 400],
    ['a bare line feed', 'curl\n{"level":"error","msg":"forged"}', 400],
    ['a bare carriage return', 'curl\r{"level":"error","msg":"forged"}', 400],
    ['an escape', 'curl\x1b[2J{"level":"error","msg":"forged"}', 400],
    [
      'characters that some take for a line break',
      'curl\t\x85\xa0{"level":"error","msg":"forged"}',
      401,
    ],
  ])('forges no line by a user agent with a line break: %s', async (_, agent, status) => {
    expect(await signInAs(agent)).toBe(status)
    for (const line of (await logText()).split('\n').filter(Boolean)) {
      const { level, time, service } = JSON.parse(line) as Record<string, unknown>
      expect([line, level !== 'error', typeof time, typeof service]).toEqual([
        line,
        true,
        'string',
        'string',
      ])
    }
    for (const [table, text] of await dumpOf(system))
      expect([table, /\\[nrtu][^"]*forged/.test(text)]).toEqual([table, false])
  })

  test('learns of a failure its request id and nothing else', async () => {
    const { accessToken } = await as(system, 'rina')
    await asOwner(
      system,
      async (owner) => await owner.query('alter table crm_bib.lead_activity rename to gone'),
    )
    const reply = await fetch(
      `${system.url}/crm/leads/0198ffff-ffff-7fff-8fff-ffffffffffff/activities`,
      {
        headers: { authorization: `Bearer ${accessToken}` },
      },
    )
    const lead = await fetch(`${system.url}/crm/leads?limit=1`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    const { items } = (await lead.json()) as { items: { id: string }[] }
    const failed = await fetch(`${system.url}/crm/leads/${items[0]?.id}/activities`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    await asOwner(
      system,
      async (owner) => await owner.query('alter table crm_bib.gone rename to lead_activity'),
    )
    expect([reply.status, failed.status]).toEqual([404, 500])
    const requestId = failed.headers.get('x-request-id')
    expect(await failed.json()).toEqual({
      type: '/problems/internal-error',
      title: 'Something went wrong on our side',
      status: 500,
      instance: requestId,
    })
    // The operator finds the failure by its id in the failed service's log.
    const line = await eventually('the line in the log', async () =>
      (await logText())
        .split('\n')
        .find(
          (one) =>
            one.includes(requestId ?? '') &&
            one.includes('"service":"rmtools-apicrm"') &&
            one.includes('"level":"error"'),
        ),
    )
    expect(JSON.parse(line)).toMatchObject({
      msg: 'request failed',
      requestId,
      err: { code: '42P01' },
    })
  })
})
