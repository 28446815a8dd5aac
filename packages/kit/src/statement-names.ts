// Names of prepared statements. Server and connection remember a statement by its name and never look at its text again.
import { createHash } from 'node:crypto'

const AT_MOST = 500
const names = new Map<string, string>()
let generation = 0

/** A name per text; undefined, for a statement that is not kept, when there are too many: every connection keeps all of them. */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= AT_MOST) return known
  const name = `s${generation}_${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

/**
 * Runs `work`, and once more under new names when a table has changed under a prepared `select *`: a migration that adds a column
 * must not fail the version that does not know it. PostgreSQL refuses before it does anything.
 */
export async function withFreshPlans<R>(work: () => Promise<R>): Promise<R> {
  const started = generation
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && /cached plan must not change result type/.test(error.message))) throw error
    if (started === generation) {
      generation++
      names.clear()
    }
    return await work()
  }
}
