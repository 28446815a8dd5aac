// What the RM can do with waiting and refused entries.
import { engine } from './engine.ts'
import type { Entry } from './entries.ts'

/** Tries all entries now, even delayed ones. */
export async function retryNow(): Promise<void> {
  await engine.get()?.outbox.retryNow()
  engine.get()?.nudge()
}

/** Sends a refused change again, unchanged or corrected. */
export async function sendAgain({ id, input }: Entry, corrected?: Entry['input']): Promise<void> {
  await engine.get()?.outbox.correct(id, corrected ?? input)
  engine.get()?.nudge()
}

/** Resolves a conflict for our version: the change is sent for the newer version of the record. */
export async function keepOurs(
  { id, input }: Entry,
  theirs: Readonly<Record<string, unknown>>,
): Promise<void> {
  await engine.get()?.outbox.correct(id, { ...input, version: theirs['version'] }, theirs)
  engine.get()?.nudge()
}

/** Operations that create a record which later entries depend on. */
const creators = new Set(['leads.create', 'investors.create', 'instructions.create'])

/** Discards a change. Later changes to a record that was to be created are discarded with it. */
export async function discard({ id, operation }: Entry): Promise<void> {
  await engine.get()?.outbox.discard(id, creators.has(operation))
  engine.get()?.nudge()
}
