// The seal of an installation under its documents: what happens without one, when its certificate
// is not valid, and when the authority of time stamps fails.
import { Problem } from '@rmtools/contracts/problem'
import type { Clock } from '../process/clock.ts'
import { DEVELOPMENT_SECRET } from '../process/config.ts'
import type { Logger } from '../process/log.ts'
import { unwrapSecret, type Unwrapping } from '../security/wrapped-secrets.ts'
import { sealOf, type Seal } from './seal.ts'
import { SealNotValid, sealPdf } from './seal-pdf.ts'
import type { SealSettings } from './settings.ts'
import { timeStampAuthority } from './time-stamp-authority.ts'

export type SealOutcome = 'stamped' | 'sealed' | 'unstamped' | 'expired' | 'failed'

/** What is counted of seals. */
export type SealCounts = {
  /** Counts a document: sealed with the stamp that is wanted, or why not. */
  sealed(outcome: SealOutcome): void
  /** Shows when the certificate expires. */
  showSealExpiry(at: Date): void
}

export type DocumentSeal = {
  /** The sealed PDF; unsealed if there is no seal or it cannot be used, which the log says. */
  readonly seal: (pdf: Uint8Array, reason: string) => Promise<Uint8Array>
}

export type SealOptions = {
  readonly config: SealSettings & { readonly production: boolean }
  readonly clock: Clock
  readonly log: Logger
  readonly metrics?: SealCounts | undefined
}

/** The configuration with the unwrapped key. Throws, naming the setting, if it is not available. */
export async function withSealKey<C extends SealSettings & { readonly KMS_URL: string }>(
  config: C,
  options: Omit<Unwrapping, 'kmsUrl'> = {},
): Promise<C> {
  if (config.SEAL_KEY === null) return config
  const unwrapping = { ...options, kmsUrl: config.KMS_URL }
  return { ...config, SEAL_KEY: await unwrapSecret('SEAL_KEY', config.SEAL_KEY, unwrapping) }
}

const DAY_MS = 86_400_000
const WARNED_DAYS_BEFORE = 30

/** The seal of the settings. Throws, naming the setting, if they do not make one. */
export function documentSeal(options: SealOptions): DocumentSeal {
  const { config, clock, log, metrics } = options
  const seal = sealIn(config)
  if (!seal) {
    if (config.production)
      log.warn('SEAL_KEY is not set: signed documents are handed out without a seal')
    return { seal: async (pdf) => pdf }
  }
  const { certificate } = seal
  metrics?.showSealExpiry(certificate.validToDate)
  const leftDays = (certificate.validToDate.getTime() - clock.now().getTime()) / DAY_MS
  if (leftDays < WARNED_DAYS_BEFORE)
    log.warn({ expires: certificate.validToDate }, 'the certificate of the seal expires soon')
  // The library is loaded now, so that no request waits for it.
  void import('./signed-data.ts')
  return { seal: async (pdf, reason) => await sealed(pdf, { seal, reason, options }) }
}

function sealIn({
  SEAL_KEY: key,
  SEAL_CERTIFICATES: certificates,
  TIME_STAMP_URL: url,
  production,
}: SealOptions['config']): Seal | undefined {
  if (key === null && certificates === null) return undefined
  if (key === null || certificates === null)
    throw new Error('SEAL_KEY and SEAL_CERTIFICATES are needed together')
  const seal = sealOf({ key, certificates })
  if (production && seal.certificate.subject.includes(DEVELOPMENT_SECRET))
    throw new Error('SEAL_CERTIFICATES is for development; `operate seal` makes your own')
  return { ...seal, timeStamps: url === null ? undefined : timeStampAuthority({ url }) }
}

type Given = { seal: Seal; reason: string; options: SealOptions }

/**
 * A document that cannot be sealed is handed out all the same: it is the reader's, and anybody who
 * checks it sees that it has no seal.
 */
async function sealed(
  pdf: Uint8Array,
  { seal, reason, options: { clock, log, metrics } }: Given,
): Promise<Uint8Array> {
  let outcome: SealOutcome = seal.timeStamps ? 'stamped' : 'sealed'
  try {
    const bytes = await sealPdf(pdf, seal, {
      at: clock.now(),
      reason,
      onUnstamped: ({ fault, cause }) => {
        outcome = 'unstamped'
        log.warn({ fault, error: messageOf(cause) }, 'a document was sealed without a time stamp')
      },
    })
    metrics?.sealed(outcome)
    return bytes
  } catch (error) {
    if (error instanceof Problem) throw error
    metrics?.sealed(error instanceof SealNotValid ? 'expired' : 'failed')
    log.error({ error: messageOf(error) }, 'a document was handed out without a seal')
    return pdf
  }
}

function messageOf(error: unknown): string | undefined {
  return error instanceof Error ? error.message : undefined
}
