// The verifier as a stranger runs it: a program with files, on a machine that has nothing else.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentSeal } from '@rmtools/kit/document-seal'
import { EVIDENCE_FILE, hashDocument, writeRecord } from '@rmtools/kit/evidence-record'
import { createLog } from '@rmtools/kit/log'
import { makeDocument } from '@rmtools/kit/pdf'
import { selfSignedSeal } from '@rmtools/kit/seal-certificates'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { DOES_NOT_HOLD, HOLDS, NOT_SHOWN } from './verify-evidence.ts'

const now = TEST_START
let folder: string
let certificates: string
let foreign: string
/** The files of three approvals, one after the other. */
let files: string[]

const at = (name: string) => join(folder, name)
async function kept(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(at(name), bytes)
  return at(name)
}

async function sealFor(organisation: string) {
  const made = await selfSignedSeal(organisation, now)
  const config = {
    SEAL_KEY: made.key,
    SEAL_CERTIFICATES: made.certificates,
    TIME_STAMP_URL: null,
    production: false,
  }
  const { seal } = documentSeal({
    config,
    clock: { now: () => now },
    log: createLog('tests', 'silent'),
  })
  return { seal, certificates: made.certificates }
}

function recordAfter(previous: string | null, sequence: number) {
  const document = { type: 'subscription', amount: `${sequence}000000.00` }
  const time = now.toISOString()
  return writeRecord({
    companyId: 'a',
    companyName: 'PT Uji Sekuritas',
    sequence,
    previousHash: previous,
    evidenceId: `e${sequence}`,
    kind: 'instruction',
    subjectId: `i${sequence}`,
    document,
    documentHash: hashDocument(document),
    consentVersion: '1',
    signer: { name: 'Siti Rahmawati', capacity: 'investor', sid: null, ifua: null },
    signature: { level: 'drawn-and-otp', imageHash: '0'.repeat(64) },
    code: { channel: 'sms', destination: '+62*******0099', verifiedAt: time },
    ip: null,
    userAgent: null,
    signedAt: time,
    recordedAt: time,
  })
}

const pdfWith = async (text: string | null) =>
  await makeDocument(
    {
      language: 'id',
      company: { name: 'PT Uji Sekuritas' },
      title: 'Instruksi',
      number: 'INS-1234-5678',
      at: now,
      hash: 'a'.repeat(64),
      attachments: text === null ? [] : [{ name: EVIDENCE_FILE, type: 'application/json', text }],
    },
    [{ kind: 'text', text: 'Saya setuju.' }],
  )

/** Runs the program without an environment, so that it cannot know a database. */
async function verify(...args: string[]): Promise<{ status: number; said: string }> {
  const main = join(import.meta.dirname, 'main.ts')
  return await new Promise((resolve) =>
    execFile(
      process.execPath,
      [main, 'verify-evidence', ...args],
      { env: {}, cwd: folder },
      (error, out, complaints) =>
        resolve({ status: Number(error?.code ?? 0), said: `${out}${complaints}` }),
    ),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmtools-evidence-'))
  const own = await sealFor('PT Uji Sekuritas')
  certificates = await kept('sealers.pem', own.certificates)
  foreign = await kept('others.pem', (await sealFor('PT Lain')).certificates)
  files = []
  let previous: string | null = null
  for (const sequence of [1, 2, 3]) {
    const record = recordAfter(previous, sequence)
    previous = record.hash
    const sealed = await own.seal(await pdfWith(record.text), 'tests')
    files.push(await kept(`${sequence}.pdf`, sealed))
  }
}, 60_000)
afterAll(async () => await rm(folder, { recursive: true }))

test('files in any order hold, and say who signed and who sealed', async () => {
  const { status, said } = await verify(...files.toReversed(), '--trusted', certificates)
  expect([status, said]).toEqual([HOLDS, expect.stringContaining('The evidence holds.')])
  for (const part of ['Siti Rahmawati, as investor', 'seal: holds', 'PT Uji Sekuritas', 'trusted'])
    expect(said).toContain(part)
})

test('a file alone holds; trust in the sealer is not claimed unless it was asked for', async () => {
  const { status, said } = await verify(files[1] ?? '')
  expect([status, said]).toEqual([HOLDS, expect.stringContaining('trust not asked for')])
  const other = await verify(files[1] ?? '', '--trusted', foreign)
  expect([other.status, other.said]).toEqual([NOT_SHOWN, expect.stringContaining('NOT trusted')])
})

test('a changed byte is found', async () => {
  const bytes = await readFile(files[0] ?? '')
  const changed = Buffer.from(bytes)
  const middle = Math.floor(changed.length / 3)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  const { status, said } = await verify(await kept('changed.pdf', changed))
  expect([status, said]).toEqual([DOES_NOT_HOLD, expect.stringContaining('does not hold (changed')])
})

test('a removed predecessor is found', async () => {
  const { status, said } = await verify(files[0] ?? '', files[2] ?? '')
  expect([status, said]).toEqual([NOT_SHOWN, expect.stringContaining('record 2 is not among')])
})

test('a predecessor that somebody wrote anew is found', async () => {
  const own = await sealFor('PT Uji Sekuritas')
  const forged = recordAfter('0'.repeat(64), 2)
  const file = await kept('forged.pdf', await own.seal(await pdfWith(forged.text), 'tests'))
  const { status, said } = await verify(files[0] ?? '', file, files[2] ?? '')
  expect([status, said]).toEqual([
    DOES_NOT_HOLD,
    expect.stringContaining('record 2 does not follow the record before it'),
  ])
})

test('what lacks a seal or evidence, or is not a PDF, is not called sound', async () => {
  const unsealed = await kept('unsealed.pdf', await pdfWith(recordAfter(null, 1).text))
  const bare = await kept('bare.pdf', await pdfWith(null))
  const text = await kept('text.pdf', 'not a PDF')
  for (const file of [unsealed, bare, text]) expect((await verify(file)).status).toBe(NOT_SHOWN)
  const { status, said } = await verify(at('absent.pdf'))
  expect([status, said]).toEqual([1, expect.stringContaining('absent.pdf')])
})
