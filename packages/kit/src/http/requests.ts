// A call to a service: the raw input of an operation, and its context.
import type { RawInput } from './validate.ts'

/** A call as it reaches a service over any transport. Header names are lower-case. */
export type ServiceRequest = RawInput & {
  /** Path and query as received, for transports that forward them. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  requestId: string
  ip: string | null
  /** From bff or another service of the installation, not from outside. */
  isTrusted: boolean
}
