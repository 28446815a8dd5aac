// What asks for the password once more: one question at a time, whichever calls wait for its answer.
let ask: () => Promise<boolean> = async () => false
let asking: Promise<boolean> | undefined

/** How the person is asked. Returns how to stop. */
export function stepUpBy(next: () => Promise<boolean>): () => void {
  ask = next
  return () => (ask = async () => false)
}

/** Asks for the password; false when it was not given. */
export async function stepUp(): Promise<boolean> {
  asking ??= ask().finally(() => (asking = undefined))
  return await asking
}
