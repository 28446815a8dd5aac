// The port to a key management service.

/** Holds a key, wraps and unwraps with it, and gives it to nobody. */
export type KeyHolder = {
  /** Gives base64. */
  wrap(secret: string): Promise<string>
  /** Throws when it was wrapped with another key, or for another purpose. */
  unwrap(wrapped: string): Promise<string>
}

/** Why a key holder gave nothing. The message is for an operator and holds no secret. */
export class KeyHolderError extends Error {
  /** Whether the same call may succeed in a moment. */
  readonly isPassing: boolean

  constructor(message: string, { isPassing, cause }: { isPassing: boolean; cause?: unknown }) {
    super(message, { cause })
    this.isPassing = isPassing
  }
}

// Any such service, not ours alone, so that a misspelt one is never taken for a secret.
const WRAPPED = /^[a-z0-9]+-kms:/

/** Whether a setting is a wrapped secret, or means to be one. */
export function isWrapped(value: string): boolean {
  return WRAPPED.test(value)
}
