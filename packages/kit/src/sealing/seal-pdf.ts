// Sealing a PDF: PAdES baseline B-B, and B-T with a time stamp.
import { createHash } from 'node:crypto'
import { createWorkshop } from '../files/workshop.ts'
import { createGate } from '../process/gate.ts'
import type { Placing, WithGap } from './placing.ts'
import { isValidAt, type Seal } from './seal.ts'
import { StampRefused, TOKEN_BYTES } from './stamping.ts'

export type Sealing = {
  readonly at: Date
  /** Why it is sealed, for the reader. */
  readonly reason: string
  /** Told why an authority of time stamps gave none. The seal holds without. */
  readonly onUnstamped?: (refusal: StampRefused) => void
}

/** The certificate of a seal is not valid at the time. */
export class SealNotValid extends Error {}

const ROOM_BESIDE_CERTIFICATES = 2048

const places = createWorkshop<Placing, WithGap>({
  program: new URL('./placing-thread.ts', import.meta.url),
  gate: createGate({ atOnce: 1, waiting: 50, waitMs: 5000 }),
  taskMs: 9000,
  heapMb: 128,
  idleMs: 60_000,
})

/**
 * The PDF with a seal over all of it. Throws SealNotValid instead of using a certificate that is
 * not valid at the time, and 503 when too many documents wait.
 */
export async function sealPdf(
  pdf: Uint8Array,
  seal: Seal,
  { at, reason, onUnstamped }: Sealing,
): Promise<Uint8Array> {
  const { certificate, issuers, timeStamps } = seal
  if (!isValidAt(certificate, at))
    throw new SealNotValid(
      `The certificate of the seal is valid from ${certificate.validFrom} to ${certificate.validTo}`,
    )
  const chainBytes = [certificate, ...issuers].reduce((sum, { raw }) => sum + raw.length, 0)
  const room = ROOM_BESIDE_CERTIFICATES + chainBytes + (timeStamps ? TOKEN_BYTES : 0)
  const { bytes, gap } = await places.run({ pdf, at, reason, room })
  const { signDigest } = await import('./signed-data.ts')
  const digest = createHash('sha256')
    .update(bytes.subarray(0, gap.from))
    .update(bytes.subarray(gap.to))
    .digest()
  const signature = await signDigest(digest, seal)
  const token = await timeStamps?.stamp(signature.value).catch((error: unknown) => {
    if (!(error instanceof StampRefused)) throw error
    onUnstamped?.(error)
    return undefined
  })
  const content = signature.encoded(token)
  if (content.length > room) throw new Error('The seal does not fit')
  bytes.set(Buffer.from(content.toString('hex'), 'latin1'), gap.from + 1)
  return bytes
}
