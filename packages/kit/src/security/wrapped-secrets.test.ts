import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConfig } from '../process/config.ts'
import { dataSecretSettings, withDataSecrets } from './data-secrets.ts'
import { checksumOf } from './google-kms.ts'
import { createSealer } from './secrets.ts'
import { startTestKms, type TestKms } from '../testing/kms.ts'
import { unwrapSecret, wrapSecret } from './wrapped-secrets.ts'

const KEY =
  'projects/example.com:rmtools/locations/asia-southeast2/keyRings/rmtools/cryptoKeys/data'
const OTHER_KEY = `${KEY}-2`
const SECRET = 'a-secret-of-the-installation'
const QUICK = { pauseMs: 1 }
/** How long to wait for the frozen service. */
const FROZEN_MS = 700

let kms: TestKms
beforeEach(async () => {
  kms = await startTestKms()
  for (const [name, value] of Object.entries(kms.environment)) vi.stubEnv(name, value)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await kms[Symbol.asyncDispose]()
})

const wrapped = async (secret = SECRET, key = KEY) =>
  await wrapSecret(key, secret, { kmsUrl: kms.url })
const unwrapped = async (value: string, callMs = 5000) =>
  await unwrapSecret('DATA_SECRET', value, { ...QUICK, callMs, kmsUrl: kms.url })

test('SECURITY 62: a secret survives wrapping and unwrapping by the KMS, and its setting does not reveal it', async () => {
  const setting = await wrapped()
  expect(setting.startsWith(`gcp-kms:${KEY}:`)).toBe(true)
  expect(setting).not.toContain(SECRET)
  expect(Buffer.from(setting.split(':').at(-1) ?? '', 'base64').toString('latin1')).not.toContain(
    SECRET,
  )
  expect(await unwrapped(setting)).toBe(SECRET)
  expect(kms.calls).toBe(2)
})

test('checksums are CRC-32C in decimals, as of RFC 3720', async () => {
  expect(await checksumOf(Buffer.from('123456789'))).toBe(String(0xe3069283))
  expect(await checksumOf(Buffer.alloc(32))).toBe(String(0x8a9136aa))
})

test('a secret that no KMS holds is taken as it is, and nobody is asked', async () => {
  expect(await unwrapped(SECRET)).toBe(SECRET)
  expect(kms.calls).toBe(0)
})

test.each(['down', 'frozen', 'busy', 'damaged', 'no-credentials'] as const)(
  'SECURITY 62: a KMS that is %s is asked again, five times at most, and then the setting is named',
  async (fault) => {
    const setting = await wrapped()
    kms.faults.push(...Array(4).fill(fault === 'no-credentials' ? 'busy' : fault))
    const callMs = fault === 'frozen' ? FROZEN_MS : 5000
    expect(await unwrapped(setting, callMs)).toBe(SECRET)
    const before = kms.calls
    kms.fault = fault
    const refused: unknown = await unwrapped(setting, callMs).catch((error: unknown) => error)
    expect(String(refused)).toContain(`DATA_SECRET could not be unwrapped with ${KEY}: `)
    expect(String(refused)).not.toContain(SECRET)
    expect(kms.calls - before).toBeLessThanOrEqual(5)
  },
  20_000,
)

test('SECURITY 62: a permanent failure is reported at once: another key, a changed text, no permission', async () => {
  const setting = await wrapped()
  const before = kms.calls
  await expect(unwrapped(setting.replace(KEY, OTHER_KEY))).rejects.toThrow(
    '400 INVALID_ARGUMENT Decryption failed',
  )
  const at = setting.length - 10
  await expect(
    unwrapped(setting.slice(0, at) + (setting[at] === 'A' ? 'B' : 'A') + setting.slice(at + 1)),
  ).rejects.toThrow('400')
  kms.fault = 'denied'
  await expect(unwrapped(setting)).rejects.toThrow("403 PERMISSION_DENIED Permission 'cloudkms")
  expect(kms.calls - before).toBe(3)
})

test('a setting that only looks like a wrapped secret is never taken for a secret', async () => {
  for (const value of [
    'gcp-kms:',
    `gcp-kms:${KEY}`,
    `gcp-kms:${KEY}:`,
    `gcp-kms:${KEY}:no base64!`,
    'aws-kms:arn:x',
    'gcp-kms:projects/x:AAAA',
  ])
    await expect(unwrapped(value)).rejects.toThrow('DATA_SECRET is not of the form gcp-kms:')
  expect(() => createSealer(`gcp-kms:${KEY}:AAAA`)).toThrow('still wrapped')
  expect(() => createSealer('x', { previous: [`gcp-kms:${KEY}:AAAA`], indexSecret: 'x' })).toThrow(
    'still wrapped',
  )
  await expect(wrapSecret('projects/x', SECRET, { kmsUrl: kms.url })).rejects.toThrow(
    'The key is named',
  )
})

const configOf = (env: Record<string, string>) =>
  readConfig(dataSecretSettings, { KMS_URL: kms.url, ...env })

test('SECURITY 62: a secret moves into the KMS, and from key to key, without anything being sealed anew', async () => {
  const plain = await withDataSecrets(configOf({ DATA_SECRET: SECRET }), QUICK)
  const sealed = createSealer(plain.DATA_SECRET).seal('3171234567890001', 'here')
  for (const key of [KEY, OTHER_KEY]) {
    const config = await withDataSecrets(
      configOf({ DATA_SECRET: await wrapped(SECRET, key) }),
      QUICK,
    )
    expect(createSealer(config.DATA_SECRET).open(sealed, 'here')).toBe('3171234567890001')
    expect(createSealer(config.DATA_SECRET).index('x')).toEqual(createSealer(SECRET).index('x'))
  }
})

test('SECURITY 62: former secrets and the index secret are unwrapped, too; plain and wrapped secrets can be mixed', async () => {
  const config = configOf({
    DATA_SECRET: await wrapped('new'),
    DATA_SECRET_PREVIOUS: `${await wrapped('former', OTHER_KEY)},first`,
    INDEX_SECRET: await wrapped('index'),
  })
  expect(await withDataSecrets(config, QUICK)).toMatchObject({
    DATA_SECRET: 'new',
    DATA_SECRET_PREVIOUS: ['former', 'first'],
    INDEX_SECRET: 'index',
  })
})

test('SECURITY 10: a development secret is refused in production, wrapped or not', async () => {
  const config = readConfig(dataSecretSettings, {
    NODE_ENV: 'production',
    KMS_URL: kms.url,
    DATA_SECRET: await wrapped('development-1'),
  })
  await expect(withDataSecrets(config, QUICK)).rejects.toThrow(
    'DATA_SECRET is a development secret',
  )
  expect(() =>
    readConfig(dataSecretSettings, {
      NODE_ENV: 'production',
      KMS_URL: 'http://kms.example',
      DATA_SECRET: 'x',
    }),
  ).toThrow('KMS_URL')
})
