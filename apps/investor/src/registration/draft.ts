// The state of the draft: the server's values, the edits, and the faults. No edit leaves this state
// before the server has saved it.
import { isMasked, secretFields } from '@rmtools/contracts/crm/kyc'
import type { FieldError } from '@rmtools/contracts/problem'
import type { Registration } from './api.ts'
import {
  faultsIn,
  schemaOf,
  stillAsTyped,
  tidy,
  type Fault,
  type Values,
} from '@rmtools/contracts/crm/kyc-values'

export type Draft = {
  readonly known: Registration
  /** Edits that are not saved yet. */
  readonly edits: Values
  /** What was typed on this page: the server returns it trimmed, and secrets masked. */
  readonly typed: Values
  /** Faults reported by the server, until the field is changed. */
  readonly refused: readonly Fault[]
  /** Fields that were changed elsewhere while they were edited here. */
  readonly changedElsewhere: readonly string[]
}

export type DraftNews =
  | { type: 'typed'; name: string; value: unknown }
  | { type: 'loaded'; known: Registration }
  | { type: 'saved'; known: Registration; sent: Values }
  | { type: 'refused'; errors: readonly FieldError[] }

/** A draft from the server's registration. */
export function draftOf(known: Registration): Draft {
  return { known, edits: {}, typed: {}, refused: [], changedElsewhere: [] }
}

/** The form's values on the server. */
export function formOf(known: Registration): Values {
  return { ...(known.individual ?? known.institutional) }
}

/** The form's values on the page. */
export function shownForm({ known, edits, typed }: Draft): Values {
  const stored = formOf(known)
  return { ...stored, ...stillAsTyped(known.kind, stored, typed), ...edits }
}

/** The draft after an event. */
export function draftAfter(draft: Draft, news: DraftNews): Draft {
  const { edits, typed, refused } = draft
  if (news.type === 'typed') {
    const { name, value } = news
    const pointer = `/${draft.known.kind}/${name}`
    return {
      ...draft,
      edits: { ...edits, [name]: value },
      typed: { ...typed, [name]: value },
      changedElsewhere: [],
      refused: refused.filter((fault) => !isWithin(fault.pointer, pointer)),
    }
  }
  if (news.type === 'refused') {
    const fresh = news.errors.map(({ pointer, code }) => ({ pointer, code }))
    return {
      ...draft,
      refused: [
        ...refused.filter(({ pointer }) => !fresh.some((one) => one.pointer === pointer)),
        ...fresh,
      ],
    }
  }
  if (news.type === 'loaded') {
    const [before, now] = [formOf(draft.known), formOf(news.known)]
    const differ = Object.keys(edits).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]),
    )
    return {
      ...draft,
      known: news.known,
      changedElsewhere: [...new Set([...draft.changedElsewhere, ...differ])],
    }
  }
  // Edits made during the save are newer than the saved values.
  const left = Object.fromEntries(
    Object.entries(edits).filter(
      ([name, value]) => !(name in news.sent) || news.sent[name] !== value,
    ),
  )
  return { ...draft, known: news.known, edits: left }
}

/** Whether a pointer equals another one or is below it. */
export function isWithin(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`)
}

/** The edits that can be saved now: valid ones that the server has not refused. */
export function sendable({ known, edits, refused }: Draft): Values {
  const hidden: readonly string[] = secretFields[known.kind]
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => {
      // An emptied secret means that a new one is about to be typed; a mask is not a value.
      if (hidden.includes(name) && (tidy(value) === null || isMasked(value))) return false
      if (refused.some(({ pointer }) => isWithin(pointer, `/${known.kind}/${name}`))) return false
      return faultsIn(schemaOf(known.kind, name), tidy(value)).length === 0
    }),
  )
}

/** A field's faults by pointer: the server's, or else the form's own. */
export function faultsOf({ known, edits, refused }: Draft, name: string): Fault[] {
  const pointer = `/${known.kind}/${name}`
  const own = name in edits ? faultsIn(schemaOf(known.kind, name), tidy(edits[name]), pointer) : []
  return [...refused.filter((fault) => isWithin(fault.pointer, pointer)), ...own]
}
