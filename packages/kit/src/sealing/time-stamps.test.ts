import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocument } from '../documents/pdf.ts'
import { createMetrics } from '../program/metrics.ts'
import { createLog } from '../process/log.ts'
import { TEST_START } from '../testing/clock.ts'
import { testSeal } from '../testing/seals.ts'
import {
  startTimeStampAuthority,
  type AuthorityPath,
  type TestAuthority,
} from '../testing/time-stamp-authority.ts'
import { checkSeal } from './check-seal.ts'
import { documentSeal, type SealOptions } from './document-seal.ts'
import { sealPdf } from './seal-pdf.ts'
import type { StampFault } from './stamping.ts'
import { timeStampAuthority } from './time-stamp-authority.ts'

const at = TEST_START
const DAY_MS = 86_400_000
let plain: Uint8Array
let own: Awaited<ReturnType<typeof testSeal>>
let authority: TestAuthority

beforeAll(async () => {
  authority = await startTimeStampAuthority(at)
  own = await testSeal()
  plain = await makeDocument(
    {
      language: 'id',
      company: { name: 'PT Uji' },
      title: 'Instruksi',
      number: 'INS-1',
      at,
      hash: 'a'.repeat(64),
    },
    [{ kind: 'text', text: 'Saya setuju.' }],
  )
})
afterAll(async () => await authority[Symbol.asyncDispose]())

async function sealedWith(url: string, budgetMs?: number) {
  const timeStamps = timeStampAuthority({ url, ...(budgetMs ? { budgetMs } : {}) })
  const faults: StampFault[] = []
  const bytes = await sealPdf(
    plain,
    { ...own.seal, timeStamps },
    {
      at: new Date(at.getTime() + 1000),
      reason: 'Bukti',
      onUnstamped: ({ fault }) => faults.push(fault),
    },
  )
  return { bytes, faults }
}

test('a stamp says when a document was sealed, by the authority’s own clock and name', async () => {
  const { bytes, faults } = await sealedWith(authority.urlOf('stamps'))
  expect(faults).toEqual([])
  const trusted = own.pem + (await authority.certificate())
  expect(await checkSeal(bytes, { trusted })).toMatchObject({
    holds: true,
    at,
    signer: { trust: 'trusted' },
    timeStamp: {
      holds: true,
      at,
      authority: { subject: 'CN=Waktu Uji, O=Waktu Uji, C=ID', trust: 'trusted', wasValid: true },
    },
  })
  expect(await checkSeal(bytes)).toMatchObject({ timeStamp: { authority: { trust: 'not-known' } } })
  expect(await checkSeal(bytes, { trusted: own.pem })).toMatchObject({
    signer: { trust: 'trusted' },
    timeStamp: { holds: true, authority: { trust: 'not-trusted' } },
  })
})

const failing: readonly (readonly [AuthorityPath, StampFault])[] = [
  ['closes', 'unreachable'],
  ['fails', 'unreachable'],
  ['hangs', 'late'],
  ['drips', 'late'],
  ['garbage', 'unreadable'],
  ['endless', 'too-large'],
  ['rejects', 'rejected'],
  ['other-hash', 'another-hash'],
  ['other-nonce', 'another-nonce'],
  ['wrong-key', 'invalid'],
  ['wrong-purpose', 'invalid'],
]
test.each(failing)(
  'an authority that %s leaves a sealed document without a stamp: %s',
  async (path, fault) => {
    const { bytes, faults } = await sealedWith(authority.urlOf(path), 400)
    expect(faults).toEqual([fault])
    expect(await authority.requests(path)).toBe(1)
    expect(await checkSeal(bytes)).toMatchObject({ holds: true, timeStamp: undefined })
  },
)

test('a stamp of another seal is false', async () => {
  const { bytes } = await sealedWith(authority.urlOf('stamps'))
  const tokenOf = (pdf: Uint8Array) => {
    const text = Buffer.from(pdf).toString('latin1')
    const [, token = ''] = /060b2a864886f70d010910020e31\w{4,8}?(3082\w+)0000/.exec(text) ?? []
    return { text, token: token.slice(0, 2 * (4 + Number.parseInt(token.slice(4, 8), 16))) }
  }
  const one = tokenOf(bytes)
  let other = one
  // An ECDSA signature has one of three lengths.
  while (other.token === one.token || other.token.length !== one.token.length)
    other = tokenOf((await sealedWith(authority.urlOf('stamps'))).bytes)
  const mixed = Buffer.from(one.text.replace(one.token, other.token), 'latin1')
  expect(await checkSeal(mixed)).toMatchObject({
    holds: false,
    faults: ['time-stamp-false'],
    at: new Date(at.getTime() + 1000),
    timeStamp: { holds: false },
  })
})

test('an authority that fails again and again is left alone for a while', async () => {
  const before = await authority.requests('closes')
  const stamps = timeStampAuthority({ url: authority.urlOf('closes'), pauseMs: 150 })
  const faultOf = async () =>
    await stamps.stamp(Buffer.from('x')).catch((error: { fault?: StampFault }) => error.fault)
  expect([await faultOf(), await faultOf(), await faultOf()]).toEqual(Array(3).fill('unreachable'))
  expect([await faultOf(), await faultOf()]).toEqual(['paused', 'paused'])
  expect(await authority.requests('closes')).toBe(before + 3)
  await expect.poll(faultOf).toBe('unreachable')
})

type Line = { level: string; msg: string; fault?: string; error?: string }

function sealing(config: Partial<SealOptions['config']>, now = at) {
  const lines: Line[] = []
  const metrics = createMetrics('crm')
  const log = createLog('crm', 'info', {
    write: (line) => void lines.push(JSON.parse(line) as Line),
  })
  const all = {
    SEAL_KEY: own.key,
    SEAL_CERTIFICATES: own.pem,
    TIME_STAMP_URL: null,
    production: true,
    ...config,
  }
  const seal = documentSeal({ config: all, clock: { now: () => now }, log, metrics })
  return { seal: async () => await seal.seal(plain, 'Bukti'), lines, metrics }
}

test('an installation with a seal seals, counts, and shows when its certificate expires', async () => {
  const { seal, lines, metrics } = sealing({})
  expect(await checkSeal(await seal())).toMatchObject({ holds: true, at })
  const text = await metrics.text()
  expect(text).toContain('document_seals_total{outcome="sealed",service="crm"} 1')
  const expires = at.getTime() / 1000 + 365 * 86_400
  expect(text).toContain(`document_seal_expires_timestamp_seconds{service="crm"} ${expires}`)
  expect(lines).toEqual([])
})

test('the log and a metric show a failing authority', async () => {
  const { seal, lines, metrics } = sealing({ TIME_STAMP_URL: authority.urlOf('rejects') })
  expect(await checkSeal(await seal())).toMatchObject({ holds: true, timeStamp: undefined })
  expect(lines).toMatchObject([{ level: 'warn', fault: 'rejected' }])
  expect(await metrics.text()).toContain(
    'document_seals_total{outcome="unstamped",service="crm"} 1',
  )
})

test('an expired certificate seals nothing, as the log and a metric say; the start warns before', async () => {
  const soon = sealing({}, new Date(at.getTime() + 340 * DAY_MS))
  expect(soon.lines).toMatchObject([
    { level: 'warn', msg: expect.stringContaining('expires soon') },
  ])
  const late = sealing({}, new Date(at.getTime() + 366 * DAY_MS))
  expect(Buffer.from(await late.seal()).equals(plain)).toBe(true)
  expect(late.lines.at(-1)).toMatchObject({
    level: 'error',
    msg: expect.stringContaining('without a seal'),
  })
  const text = await late.metrics.text()
  expect(text).toContain('document_seals_total{outcome="expired",service="crm"} 1')
})

test('what is not a PDF is handed out as it is, and logged', async () => {
  const { lines, metrics } = sealing({})
  const log = createLog('crm', 'info', {
    write: (line) => void lines.push(JSON.parse(line) as Line),
  })
  const config = { SEAL_KEY: own.key, SEAL_CERTIFICATES: own.pem, TIME_STAMP_URL: null }
  const { seal } = documentSeal({
    config: { ...config, production: true },
    clock: { now: () => at },
    log,
    metrics,
  })
  expect(Buffer.from(await seal(Buffer.from('nothing'), 'Bukti')).toString()).toBe('nothing')
  expect(lines).toMatchObject([{ level: 'error' }])
  expect(await metrics.text()).toContain('document_seals_total{outcome="failed",service="crm"} 1')
})

test('production says that it has no seal, and refuses half of one and one for development', async () => {
  const without = sealing({ SEAL_KEY: null, SEAL_CERTIFICATES: null })
  expect(without.lines).toMatchObject([
    { level: 'warn', msg: expect.stringContaining('SEAL_KEY is not set') },
  ])
  expect(Buffer.from(await without.seal()).equals(plain)).toBe(true)
  expect(sealing({ SEAL_KEY: null, SEAL_CERTIFICATES: null, production: false }).lines).toEqual([])
  expect(() => sealing({ SEAL_CERTIFICATES: null })).toThrow('are needed together')
  const { key, pem } = await testSeal({ name: 'development-RMTools' })
  const given = { SEAL_KEY: key, SEAL_CERTIFICATES: pem }
  expect(() => sealing(given)).toThrow('is for development')
  expect(() => sealing({ ...given, production: false })).not.toThrow()
})
