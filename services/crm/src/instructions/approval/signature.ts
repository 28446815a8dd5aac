// The signature without an external provider: drawn on the page and verified by a code. The PNG
// from the canvas is re-encoded, so that nothing else can hide in it.
import { createHash } from 'node:crypto'
import { signatureInvalid } from '@rmtools/contracts/crm/approvals'
import { Problem } from '@rmtools/contracts/problem'
import type { Files } from '@rmtools/kit/files'
import { intakeGate } from '@rmtools/kit/intake'
import type { Signature, SignatureProvider } from '../../ports.ts'

/** Signatures drawn by hand, stored with the files. */
export function drawnSignatures(files: Files): SignatureProvider {
  return {
    level: 'drawn-and-otp',
    keep: async ({ image }) => await keepDrawn(image, files),
    // The nightly check finds what cannot be deleted now.
    discard: async ({ key }) => await files.delete(key).catch(() => undefined),
  }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MAX_SIDE = 2000

/**
 * Re-encodes and stores a drawn signature. Throws signature-invalid unless it is a PNG with strokes
 * in it.
 */
async function keepDrawn(base64: string | undefined, files: Files): Promise<Signature> {
  const bytes = Buffer.from(base64 ?? '', 'base64')
  if (!bytes.subarray(0, PNG.length).equals(PNG)) throw invalid()
  const clean = await intakeGate(async () => await redraw(bytes).catch(() => undefined))
  if (!clean) throw invalid()
  const key = `signatures/${crypto.randomUUID()}.png`
  await files.put(key, clean)
  return { key, hash: createHash('sha256').update(clean).digest('hex') }
}

async function redraw(bytes: Buffer): Promise<Buffer | undefined> {
  // Takes 20 MB: loaded on first use.
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { limitInputPixels: MAX_SIDE * MAX_SIDE, failOn: 'error' })
  const { isOpaque, channels } = await image.stats()
  // An empty canvas is one colour or fully transparent: in each channel the minimum equals the
  // maximum.
  const isEmpty = channels.every(({ min, max }) => min === max)
  return isEmpty
    ? undefined
    : await sharp(bytes)
        .flatten(isOpaque ? false : { background: '#ffffff' })
        .png()
        .toBuffer()
}

function invalid(): Problem {
  return new Problem(signatureInvalid, { errors: [{ pointer: '/signature', code: 'signature' }] })
}
