// Edits of a record. If somebody else changes the record meanwhile, the draft knows their changes
// and keeps all input.
import { keysOf } from '@rmtools/contracts/keys'
import { useState } from 'react'

type Versioned = { readonly version: number }

export type Draft<T extends Versioned> = {
  /** The record with the edits applied. */
  value: T
  set: (changes: Partial<T>) => void
  /** Edits that differ from the record as it was when editing began. */
  changes: Partial<T>
  isChanged: boolean
  /** The version that the edits are based on. */
  version: number
  /** What others changed since then: before and now. */
  theirs: readonly { field: keyof T & string; before: unknown; now: unknown }[]
  /** Rebases the edits on others' changes. */
  goOn: () => void
  /** Discards the edits. */
  reset: () => void
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * A draft of a record, limited to the named fields, because nobody edits the others (author, time
 * of change).
 */
export function useDraft<T extends Versioned>(
  record: T,
  fields: readonly (keyof T & string)[],
): Draft<T> {
  const [base, setBase] = useState(record)
  const [typed, setTyped] = useState<Partial<T>>({})
  const changes: Partial<T> = { ...typed }
  for (const name of keysOf(typed)) if (same(typed[name], base[name])) delete changes[name]
  const isChanged = Object.keys(changes).length > 0
  const isBehind = record.version !== base.version
  // Without edits there is nothing to lose.
  if (isBehind && !isChanged) setBase(record)
  const theirs = fields
    .filter((field) => isBehind && !same(base[field], record[field]))
    .map((field) => ({ field, before: base[field], now: record[field] }))
  return {
    value: { ...base, ...typed },
    set: (more) => setTyped((before) => ({ ...before, ...more })),
    changes,
    isChanged,
    version: base.version,
    theirs,
    goOn: () => setBase(record),
    reset: () => setTyped({}),
  }
}
