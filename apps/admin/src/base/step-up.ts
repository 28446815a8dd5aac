// Asks for the password again: concurrent calls share one question.
let ask: () => Promise<boolean> = async () => false
let asking: Promise<boolean> | undefined

/** Registers the function that asks. Returns the function that unregisters it. */
export function stepUpBy(next: () => Promise<boolean>): () => void {
  ask = next
  return () => (ask = async () => false)
}

/** Asks for the password; false if it was not given. */
export async function stepUp(): Promise<boolean> {
  asking ??= ask().finally(() => (asking = undefined))
  return await asking
}
