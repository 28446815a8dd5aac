// Repeated parts of the document appear once in `components`, under a name, and are referenced.
import type { Json } from './schemas.ts'

/** A part and its possible name; without a name it is written in place. */
export type Nameable = { readonly part: Json; readonly name: string | undefined }

/**
 * Finds the parts that repeat among `all`. If several could have a name, the most frequent one gets
 * it.
 */
export function createShared(
  kind: 'parameters' | 'responses' | 'requestBodies',
  all: readonly Nameable[],
) {
  const times = new Map<string, Nameable & { count: number }>()
  for (const one of all) {
    const text = JSON.stringify(one.part)
    times.set(text, { ...one, count: (times.get(text)?.count ?? 0) + 1 })
  }
  const names = new Map<string, string>()
  const named: Record<string, Json> = {}
  const frequent = [...times].toSorted(([, left], [, right]) => right.count - left.count)
  for (const [text, { part, name, count }] of frequent) {
    if (count < 2 || name === undefined) continue
    const free = [name, ...OTHERS.map((suffix) => name + suffix)].find((one) => !(one in named))
    if (free === undefined) continue
    named[free] = part
    names.set(text, free)
  }
  return {
    named,
    /** The part, or a reference to it. */
    of(part: Json): Json {
      const name = names.get(JSON.stringify(part))
      return name === undefined ? part : { $ref: `#/components/${kind}/${name}` }
    },
  }
}

const OTHERS = ['.2', '.3', '.4']
