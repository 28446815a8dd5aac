// What a service is asked: the raw input of an operation, and what came with it.
import type { RawInput } from './validate.ts'

/** A call as it reaches a service, by whatever transport. Header names are lower-case. */
export type ServiceRequest = RawInput & {
  /** Path and query as they came, for transports that pass them on. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  requestId: string
  ip: string | null
  /** From bff or another service of the installation, not from outside. */
  isTrusted: boolean
}
