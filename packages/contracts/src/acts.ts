// Two presses of one button are one act, however fast they follow and however long the network takes.

/** For so long after an act succeeded a press for the same counts as its echo: a double tap, or a thumb that was not sure. */
export const ECHO_MS = 700

export type Acting = {
  /** The Idempotency-Key to act under; nothing where the press belongs to the act before. Answers at once: two presses in one frame meet it. */
  begin(input: unknown): string | undefined
  end(isDone: boolean): void
}

type Options = { now?: () => number; newKey?: () => string }

/**
 * Lets one act run at a time. The key stays with its input until it succeeds, so that trying again after a lost answer acts once.
 * `now` is a clock that only goes forward.
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

/** What an act is about. Not its version: the act before has just raised that. */
const matterOf = (input: unknown): string =>
  JSON.stringify(input, (name, value: unknown) => (name === 'version' ? undefined : value)) ?? ''
