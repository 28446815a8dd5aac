// What sealing asks of an authority of time stamps, and why it may get none.

/** The most bytes of an answer, and so of a stamp in a seal. */
export const TOKEN_BYTES = 16_384

/** Why there is no stamp. */
export type StampFault =
  | 'unreachable'
  | 'late'
  | 'rejected'
  | 'unreadable'
  | 'another-hash'
  | 'another-nonce'
  | 'invalid'
  | 'too-large'
  | 'paused'

export class StampRefused extends Error {
  readonly fault: StampFault

  constructor(fault: StampFault, cause?: unknown) {
    super(`no time stamp: ${fault}`, { cause })
    this.fault = fault
  }
}

export type TimeStampAuthority = {
  /** The token of a stamp over a value. Throws StampRefused. */
  stamp(value: Uint8Array): Promise<Uint8Array>
}
