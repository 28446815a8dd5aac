// The port to a key management service.

/** Holds a key, wraps and unwraps with it, and never reveals it. */
export type KeyHolder = {
  /** Returns base64. */
  wrap(secret: string): Promise<string>
  /** Throws if it was wrapped with another key, or for another purpose. */
  unwrap(wrapped: string): Promise<string>
}

/** The reason why a key holder failed. The message is for an operator and contains no secret. */
export class KeyHolderError extends Error {
  /** Whether a retry may succeed in a moment. */
  readonly isPassing: boolean

  constructor(message: string, { isPassing, cause }: { isPassing: boolean; cause?: unknown }) {
    super(message, { cause })
    this.isPassing = isPassing
  }
}

// The prefix of any such service, not only ours, so that a misspelt one is never taken for a
// secret.
const WRAPPED = /^[a-z0-9]+-kms:/

/** Whether a setting is, or is meant to be, a wrapped secret. */
export function isWrapped(value: string): boolean {
  return WRAPPED.test(value)
}
