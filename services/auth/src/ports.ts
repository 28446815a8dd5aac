// What the features of auth share: outside systems and common parts.
import type { Client } from '@rmtools/contracts/client'
import type { projection } from '@rmtools/contracts/crm/projection'
import type { VerificationKey } from '@rmtools/kit/authenticate'
import type { Clock } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import type { Logger } from '@rmtools/kit/log'
import type { MessageGate } from '@rmtools/kit/message-limits'
import type { Messenger } from '@rmtools/kit/messaging'
import type { Metrics } from '@rmtools/kit/metrics'
import type { Scope } from '@rmtools/kit/scope'
import type { AuthConfig } from './config.ts'
import type { Hashing } from './passwords/hashing.ts'

/** A key pair that signs access tokens and audit heads: Ed25519, PEM. */
export type SigningKey = { kid: string; privateKey: string; publicKey: string }
export type SigningKeys = {
  /** The key to sign with. */
  current(): Promise<SigningKey>
  /** The keys that verifiers accept. */
  all(): Promise<VerificationKey[]>
}

/** What the caller that starts auth provides. */
export type OutsidePorts = {
  clock: Clock
  log: Logger
  messenger: Messenger
  metrics?: Metrics
  /** The receiver of changes of users and companies. */
  crm: Pick<Client<typeof projection>, 'putUser' | 'putCompany'>
}

export type AuthPorts = OutsidePorts & {
  config: AuthConfig
  keys: SigningKeys
  hashing: Hashing
  gate: MessageGate
}

/** A transaction of the system itself, for jobs. */
export type SystemTransaction = <R>(
  scope: Scope,
  work: (tx: Transaction) => Promise<R>,
) => Promise<R>
