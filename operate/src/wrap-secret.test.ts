// A data secret that a KMS wraps, from the command that creates it to the service that uses it, run
// as programs like an operator does.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@rmtools/kit/local-postgres'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'
import { startTestKms, type TestKms } from '@rmtools/kit/testing-kms'
import { unwrapSecret } from '@rmtools/kit/wrapped-secrets'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { resealOptions } from './reseal.ts'

const ROOT = join(import.meta.dirname, '../..')
const KEY = 'projects/rmtools/locations/asia-southeast2/keyRings/rmtools/cryptoKeys/data'
const SECRET = 'canary-of-the-data-secret'

let kms: TestKms
let database: TestDatabase
let folder: string
beforeAll(async () => {
  kms = await startTestKms()
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'rmtools-wrapped-'))
})
afterAll(async () => {
  await kms[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  kms.fault = undefined
})

type Program = { process: ChildProcess; said: () => string; ended: Promise<number | null> }

function program(file: string, args: string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    cwd: tmpdir(),
    env: { ...kms.environment, KMS_URL: kms.url, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    process: child,
    said: () => said,
    ended: once(child, 'close').then(([status]) => status as number | null),
  }
}

async function wrap(...args: string[]): Promise<{ status: number | null; said: string }> {
  const { said, ended } = program('operate/src/main.ts', ['wrap-secret', ...args], {
    DATA_SECRET: SECRET,
  })
  const status = await ended
  return { status, said: said().trim() }
}

const unwrapped = async (value: string) => {
  for (const [name, text] of Object.entries(kms.environment)) vi.stubEnv(name, text)
  return await unwrapSecret('DATA_SECRET', value, { kmsUrl: kms.url })
}

function crm(dataSecret: string, port: number): Program {
  return program('services/crm/src/main.ts', [], {
    PORT: String(port),
    DATABASE_URL: database.crmUrl,
    JOBS_DATABASE_URL: database.crmJobsUrl,
    DATA_SECRET: dataSecret,
    SERVICE_KEY: 'x',
    OTP_SECRET: 'x',
    FILES_SECRET: 'x',
    FILES_FOLDER: join(folder, 'files'),
    BIB_API_KEY: 'x',
  })
}

describe('SECURITY 62: operate wrap-secret', () => {
  test('prints a new secret wrapped, another each time, or that of a variable, and never the secret', async () => {
    const [first, second, moved] = [
      await wrap(KEY),
      await wrap(KEY),
      await wrap(KEY, '--of', 'DATA_SECRET'),
    ]
    for (const { status, said } of [first, second, moved]) {
      expect([said, status]).toEqual([
        expect.stringMatching(/^gcp-kms:projects\/[\w/-]+:[\w+/]+=*$/),
        0,
      ])
      expect(said).not.toContain(SECRET)
    }
    expect(await unwrapped(moved.said)).toBe(SECRET)
    const secrets = [await unwrapped(first.said), await unwrapped(second.said)]
    expect(new Set(secrets).size).toBe(2)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  }, 60_000)

  test('says what the KMS says, and prints nothing that could be taken for a secret', async () => {
    kms.fault = 'denied'
    expect(await wrap(KEY)).toEqual({
      status: 1,
      said: expect.stringMatching(/403 PERMISSION_DENIED[^]*Usage: wrap-secret/),
    })
    kms.fault = undefined
    expect(await wrap('data')).toEqual({
      status: 1,
      said: expect.stringContaining('The key is named projects/'),
    })
  }, 60_000)
})

describe('SECURITY 62: crm whose data secret is wrapped', () => {
  test('starts, also where the KMS comes back while it does, asks once, and writes the secret nowhere', async () => {
    const { said: setting } = await wrap(KEY, '--of', 'DATA_SECRET')
    kms.faults.push('busy', 'down')
    const [before, port] = [kms.calls, await freePort()]
    const { process: child, said, ended } = crm(setting, port)
    try {
      await vi.waitFor(() => expect(said()).toContain('"ready"'), { timeout: 60_000, interval: 50 })
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200)
      expect(kms.calls - before).toBe(2)
      expect(said()).toContain('the key management service failed; trying again')
    } finally {
      child.kill('SIGKILL')
      await ended
    }
    expect(said()).not.toContain(SECRET)
  }, 90_000)

  test('does not start without it: the last line of its log names the setting, the key and the reason', async () => {
    const { said: setting } = await wrap(KEY, '--of', 'DATA_SECRET')
    const other = setting.replace('cryptoKeys/data', 'cryptoKeys/another')
    const { said, ended } = crm(other, await freePort())
    expect(await ended).toBe(1)
    const { level, msg } = JSON.parse(said().trim().split('\n').at(-1) ?? '{}') as Record<
      string,
      string
    >
    expect(level).toBe('fatal')
    expect(msg).toMatch(
      /^DATA_SECRET could not be unwrapped with projects.+another: answered 400 INVALID_ARGUMENT/,
    )
    expect(said()).not.toContain(SECRET)
  }, 60_000)

  test('is resealed by a program that has the secret unwrapped as crm has', async () => {
    const { said: setting } = await wrap(KEY, '--of', 'DATA_SECRET')
    for (const [name, text] of Object.entries(kms.environment)) vi.stubEnv(name, text)
    const env = {
      DATA_SECRET: setting,
      DATA_SECRET_PREVIOUS: 'former',
      INDEX_SECRET: 'former',
      KMS_URL: kms.url,
    }
    expect(
      await resealOptions({
        ...env,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        FILES_FOLDER: folder,
      }),
    ).toMatchObject({
      DATA_SECRET: SECRET,
      DATA_SECRET_PREVIOUS: ['former'],
    })
    await expect(resealOptions(env)).rejects.toThrow(
      /MIGRATION_DATABASE_URL is missing[^]*FILES_FOLDER is missing/,
    )
  }, 60_000)
})
