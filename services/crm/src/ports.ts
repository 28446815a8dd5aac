// The outside systems that crm needs, each behind a type; app.ts receives real or embedded ones.
import type { Bib } from '@rmtools/bib/client'
import type { Catalogue } from './products/catalogue.ts'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import type { Clients } from '@rmtools/contracts/client'
import type { internal } from '@rmtools/contracts/auth/internal'
import type { Clock } from '@rmtools/kit/clock'
import type { DocumentSeal } from '@rmtools/kit/document-seal'
import type { Files } from '@rmtools/kit/files'
import type { Logger } from '@rmtools/kit/log'
import type { MessageGate } from '@rmtools/kit/message-limits'
import type { Messenger } from '@rmtools/kit/messaging'
import type { Sealer } from '@rmtools/kit/secrets'

export type Signature = { key: string; hash: string }
/**
 * How investors sign: drawn by hand and verified by a code, or certified by a provider (PSrE). UU
 * 1/2024 art. 17(2a) requires the latter for high-risk transactions; the implementing rule is still
 * open.
 */
export type SignatureProvider = {
  readonly level: SignatureLevel
  /** Verifies and stores the signature under a document. Throws signature-invalid. */
  keep(given: { image: string | undefined; documentHash: string | undefined }): Promise<Signature>
  /** Deletes a signature that was not used. */
  discard(signature: Signature): Promise<void>
}

export type CrmPorts = {
  readonly clock: Clock
  readonly log: Logger
  /** Seals NIK, mother's maiden name, bank numbers. */
  readonly sealer: Sealer
  readonly files: Files
  readonly messenger: Messenger
  /** The channels by which the installation can send. */
  readonly channels: readonly ClientChannel[]
  /** Counts messages that holders of links cause. */
  readonly gate: MessageGate
  readonly signatures: SignatureProvider
  /** The installation's seal under documents that carry evidence. */
  readonly documentSeal: DocumentSeal
  readonly bib: Bib
  readonly catalogue: Catalogue
  /** auth's internal operations, which only jobs call. */
  readonly auth: Clients<{ internal: typeof internal }>
  /** Origin of the pages behind links in messages, e.g. https://rm.example.co.id */
  readonly publicUrl: string
  /** How long a WhatsApp message may stay undelivered before it is sent by SMS. */
  readonly fallBackAfter: { readonly codeMs: number; readonly messageMs: number }
  /** Key for hashing one-time passwords. */
  readonly otpSecret: string
}
