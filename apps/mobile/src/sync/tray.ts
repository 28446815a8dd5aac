// What the RM does with what waits.
import { engine } from './engine.ts'
import type { Entry } from './entries.ts'

/** Tries everything now, whatever its time was. */
export async function retryNow(): Promise<void> {
  await engine.get()?.outbox.retryNow()
  engine.get()?.nudge()
}

/** Sends a refused change again, as it is or corrected. */
export async function sendAgain({ id, input }: Entry, corrected?: Entry['input']): Promise<void> {
  await engine.get()?.outbox.correct(id, corrected ?? input)
  engine.get()?.nudge()
}

/** Of two versions ours: the change goes upon the newer record. */
export async function keepOurs(
  { id, input }: Entry,
  theirs: Readonly<Record<string, unknown>>,
): Promise<void> {
  await engine.get()?.outbox.correct(id, { ...input, version: theirs['version'] }, theirs)
  engine.get()?.nudge()
}

/** Operations that make a record on which later ones stand. */
const creators = new Set(['leads.create', 'investors.create', 'instructions.create'])

/** Gives a change up. Without a record that was to be created, what was written of it later has nothing to stand on. */
export async function discard({ id, operation }: Entry): Promise<void> {
  await engine.get()?.outbox.discard(id, creators.has(operation))
  engine.get()?.nudge()
}
