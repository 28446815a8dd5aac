// Two presses of a button are one act, however quickly they follow each other and however slow the
// network is.

/**
 * For this long after a success, a press for the same input counts as part of it: a double tap, or
 * a hesitant thumb.
 */
export const ECHO_MS = 700

export type Acting = {
  /**
   * The Idempotency-Key for the act; undefined if the press belongs to the previous act.
   * Synchronous, so that it also catches two presses in one frame.
   */
  begin(input: unknown): string | undefined
  end(isDone: boolean): void
}

type Options = { now?: () => number; newKey?: () => string }

/**
 * Runs one act at a time. The key stays with its input until it succeeds, so that a retry after a
 * lost response acts once. `now` is a monotonic clock.
 */
export function acting({
  now = () => performance.now(),
  newKey = () => crypto.randomUUID(),
}: Options = {}): Acting {
  let isRunning = false
  let attempt: { input: string; matter: string; key: string } | undefined
  let done: { matter: string; until: number } | undefined
  return {
    begin(input) {
      const matter = matterOf(input)
      if (isRunning || (done?.matter === matter && now() < done.until)) return undefined
      isRunning = true
      const text = JSON.stringify(input) ?? ''
      if (attempt?.input !== text) attempt = { input: text, matter, key: newKey() }
      return attempt.key
    },
    end(isDone) {
      isRunning = false
      if (!isDone || !attempt) return
      done = { matter: attempt.matter, until: now() + ECHO_MS }
      attempt = undefined
    },
  }
}

/** The subject of an act, without its version: the previous act has just raised that. */
const matterOf = (input: unknown): string =>
  JSON.stringify(input, (name, value: unknown) => (name === 'version' ? undefined : value)) ?? ''
