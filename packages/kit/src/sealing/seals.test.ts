import { createHash } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { makeDocument } from '../documents/pdf.ts'
import { TEST_START } from '../testing/clock.ts'
import { pdfText } from '../testing/pdf.ts'
import { testCertificate, testSeal } from '../testing/seals.ts'
import { checkSeal } from './check-seal.ts'
import { placedIn } from './finding.ts'
import { withGap } from './placing.ts'
import { certificatesIn, sealOf, type Seal } from './seal.ts'
import { SealNotValid, sealPdf } from './seal-pdf.ts'
import { signDigest } from './signed-data.ts'

const at = TEST_START
const sealing = { at, reason: 'Bukti persetujuan – setuju' }
let plain: Uint8Array
let own: Awaited<ReturnType<typeof testSeal>>
let sealed: Uint8Array

beforeAll(async () => {
  plain = await makeDocument(
    {
      language: 'id',
      company: { name: 'PT Uji Sekuritas' },
      title: 'Instruksi',
      number: 'INS-1234-5678',
      at,
      hash: 'a'.repeat(64),
    },
    [{ kind: 'text', text: 'Saya setuju.' }],
  )
  own = await testSeal()
  sealed = await sealPdf(plain, own.seal, sealing)
})

test('a sealed PDF holds, tells who sealed it and when, and reads as before', async () => {
  const [certificate] = certificatesIn(own.pem)
  expect(await checkSeal(sealed)).toMatchObject({
    holds: true,
    faults: [],
    at,
    signer: {
      subject: 'CN=PT Uji Sekuritas, O=PT Uji Sekuritas, C=ID',
      serial: certificate?.serialNumber,
      fingerprint: createHash('sha256')
        .update(certificate?.raw ?? '')
        .digest('hex'),
      wasValid: true,
      trust: 'not-known',
    },
    timeStamp: undefined,
  })
  expect(Buffer.from(sealed.subarray(0, plain.length)).equals(plain)).toBe(true)
  expect(await pdfText(sealed)).toBe(await pdfText(plain))
  expect(await checkSeal(plain)).toBeUndefined()
})

test('sealing takes the event loop a few milliseconds, whatever the machine does besides', async () => {
  const used = process.threadCpuUsage()
  await sealPdf(plain, own.seal, sealing)
  const { user, system } = process.threadCpuUsage(used)
  expect((user + system) / 1000).toBeLessThan(50)
})

test('a gap of megabytes is read in one pass, and is not a signature', async () => {
  const gap = `<${'30'.repeat(8_000_000)}>`
  const range = `/ByteRange [0 60 ${60 + gap.length} 0]`.padEnd(60)
  expect(await checkSeal(Buffer.from(`${range}${gap}`, 'latin1'))).toMatchObject({
    holds: false,
    faults: ['unreadable'],
  })
})

test('every changed byte is found, wherever it is', async () => {
  const whole = await checkSeal(sealed)
  const { gap } = placedIn(sealed) ?? { gap: { from: 0, to: 0 } }
  const unfound: number[] = []
  for (let place = 0; place < sealed.length; place += 61) {
    const changed = new Uint8Array(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    const check = await checkSeal(changed)
    if (check?.holds !== true) continue
    // A signature can be written in more than one way; each says the same.
    if (place < gap.from || place >= gap.to) unfound.push(place)
    expect(check).toEqual(whole)
  }
  expect(unfound).toEqual([])
  const changed = new Uint8Array(sealed)
  changed[plain.length >> 1] = (changed[plain.length >> 1] ?? 0) ^ 1
  expect((await checkSeal(changed))?.faults).toEqual(['changed'])
})

test('appended bytes are found: an end of line, and a page that is drawn over', async () => {
  const longer = Buffer.concat([sealed, Buffer.from('\n')])
  expect(await checkSeal(longer)).toMatchObject({ holds: false, faults: ['not-covered'] })
  const document = await PDFDocument.load(sealed, { forIncrementalUpdate: true })
  document.getPage(0).drawText('Rp 999.999.999')
  const drawnOver = await document.commit({ useObjectStreams: false })
  expect(await pdfText(drawnOver)).toContain('Rp 999.999.999')
  expect(await checkSeal(drawnOver)).toMatchObject({ holds: false, faults: ['not-covered'] })
})

test('a removed signature is found: cut off, blank, and replaced by one that covers less', async () => {
  expect(await checkSeal(sealed.subarray(0, plain.length))).toBeUndefined()
  const text = Buffer.from(sealed).toString('latin1')
  const blank = text.replace(/<3[\da-f]{400,}>/, (all) => `<${'0'.repeat(all.length - 2)}>`)
  expect(blank).not.toBe(text)
  expect(await checkSeal(Buffer.from(blank, 'latin1'))).toMatchObject({
    holds: false,
    faults: ['unreadable'],
    signer: undefined,
  })
  const wider = text.replace(/(?<=ByteRange \[ 0 )\d+ /, (from) =>
    String(Number(from) - 40).padEnd(from.length),
  )
  expect(wider).not.toBe(text)
  expect((await checkSeal(Buffer.from(wider, 'latin1')))?.faults).toContain('not-covered')
})

test('what is hidden in the gap beside the signature is found', async () => {
  const text = Buffer.from(sealed).toString('latin1')
  const hidden = text.replace(/00000000>/, 'deadbeef>')
  expect(await checkSeal(Buffer.from(hidden, 'latin1'))).toMatchObject({ faults: ['unreadable'] })
  const other = text.replace(/00000000>/, '0(abcd)0>')
  expect(await checkSeal(Buffer.from(other, 'latin1'))).toMatchObject({
    faults: ['unreadable', 'not-covered'],
  })
})

test('the certificate of somebody else is told apart, of the same name too', async () => {
  const forger = await testSeal()
  const forged = await sealPdf(plain, forger.seal, sealing)
  const check = await checkSeal(forged, { trusted: own.pem })
  expect(check).toMatchObject({ holds: true, signer: { trust: 'not-trusted' } })
  expect(check?.signer?.subject).toBe((await checkSeal(sealed))?.signer?.subject)
  expect(await checkSeal(sealed, { trusted: own.pem })).toMatchObject({
    signer: { trust: 'trusted' },
  })
  // The name and certificate of one with the key of the other.
  const mixed = { ...own.seal, key: forger.seal.key }
  expect(await checkSeal(await sealPdf(plain, mixed, sealing))).toMatchObject({
    holds: false,
    faults: ['changed'],
  })
})

test('an RSA key and a chain of issuers are sealed with, and trusted by their root', async () => {
  const issuer = await testCertificate({ name: 'CA Uji', isAuthority: true })
  const stranger = await testCertificate({ name: 'CA Uji', isAuthority: true })
  const { seal } = await testSeal({ issuer, isRsa: true })
  const bytes = await sealPdf(plain, seal, sealing)
  const trustBy = async (trusted: string) => (await checkSeal(bytes, { trusted }))?.signer
  expect(await trustBy(issuer.certificatePem)).toMatchObject({
    issuer: 'CN=CA Uji, O=CA Uji, C=ID',
    trust: 'trusted',
  })
  expect((await trustBy(stranger.certificatePem))?.trust).toBe('not-trusted')
  expect((await trustBy(''))?.trust).toBe('not-trusted')
})

test('nobody without the right to issue vouches for a seal', async () => {
  const issuer = await testCertificate({ name: 'Bukan CA' })
  const { keyPem, certificatePem } = await testCertificate({ issuer })
  const seal = sealOf({ key: keyPem, certificates: certificatePem })
  const bytes = await sealPdf(plain, seal, sealing)
  const check = await checkSeal(bytes, { trusted: issuer.certificatePem })
  expect(check?.signer?.trust).toBe('not-trusted')
})

test('an expired certificate seals nothing; a seal made with one all the same is found', async () => {
  const later = new Date(at.getTime() + 366 * 86_400_000)
  await expect(sealPdf(plain, own.seal, { ...sealing, at: later })).rejects.toThrow(SealNotValid)
  const before = new Date(at.getTime() - 2 * 86_400_000)
  await expect(sealPdf(plain, own.seal, { ...sealing, at: before })).rejects.toThrow(SealNotValid)
  const check = await checkSeal(await sealedAt(later, own.seal), { trusted: own.pem })
  expect(check).toMatchObject({
    holds: false,
    faults: ['not-valid-then'],
    signer: { wasValid: false, trust: 'not-trusted' },
  })
})

/** Sealed by a program that does not look at its certificate. */
async function sealedAt(when: Date, seal: Seal): Promise<Uint8Array> {
  const { bytes, gap } = await withGap({ pdf: plain, at: when, reason: 'x', room: 4096 })
  const hash = createHash('sha256').update(bytes.subarray(0, gap.from))
  const signature = await signDigest(hash.update(bytes.subarray(gap.to)).digest(), seal)
  bytes.set(Buffer.from(signature.encoded().toString('hex')), gap.from + 1)
  return bytes
}

test('a sealed document can be sealed again, and each seal has its own field', async () => {
  const other = await testSeal({ name: 'PT Lain' })
  const twice = await sealPdf(sealed, other.seal, sealing)
  expect(await checkSeal(twice)).toMatchObject({
    holds: true,
    signer: { subject: 'CN=PT Lain, O=PT Lain, C=ID' },
  })
  const text = Buffer.from(twice).toString('latin1')
  expect(text).toContain('/T (Seal1)')
  expect(text).toContain('/T (Seal2)')
})

test('a key of another certificate, a weak key, and what is not a key are refused by name', async () => {
  const other = await testSeal()
  const refusal = (key: string, certificates: string) => () => sealOf({ key, certificates })
  expect(refusal(other.key, own.pem)).toThrow('SEAL_KEY does not belong to the first')
  expect(refusal(own.key, other.pem + own.pem)).toThrow('SEAL_KEY does not belong')
  expect(refusal(own.key, own.pem + other.pem)).toThrow('did not issue')
  expect(refusal(own.key, '-----BEGIN NOTHING')).toThrow('holds no certificate')
  expect(refusal('/no/such/file.pem', own.pem)).toThrow('SEAL_KEY cannot be read (ENOENT)')
  const broken = own.key.replace(/[A-Z]/g, 'x')
  expect(refusal(broken, own.pem)).toThrow('SEAL_KEY cannot be read')
  const encoded = (pem: string) => Buffer.from(pem).toString('base64')
  expect(sealOf({ key: encoded(own.key), certificates: encoded(own.pem) }).issuers).toEqual([])
})

test('a hostile file with ranges only is judged in one pass', async () => {
  const ranges = Buffer.from('/ByteRange [0 1 2 3]'.repeat(50_000))
  expect(await checkSeal(ranges)).toMatchObject({ holds: false })
})
