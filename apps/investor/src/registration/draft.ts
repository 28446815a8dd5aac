// What the page knows of the draft: what the server has, what was typed since, what is wrong with it. Nothing that was typed leaves
// this state before the server has it.
import { isMasked, secretFields } from '@rmtools/contracts/crm/kyc'
import type { FieldError } from '@rmtools/contracts/problem'
import type { Registration } from './api.ts'
import {
  faultsIn,
  schemaOf,
  tidy,
  type Fault,
  type Values,
} from '@rmtools/contracts/crm/kyc-values'

export type Draft = {
  readonly known: Registration
  /** Typed, and not yet with the server. */
  readonly edits: Values
  /** Secrets typed on this page: the server answers them masked. */
  readonly secrets: Values
  /** What the server refused, until it is changed. */
  readonly refused: readonly Fault[]
  /** Fields that somebody changed elsewhere while something else was typed here. */
  readonly changedElsewhere: readonly string[]
}

export type DraftNews =
  | { type: 'typed'; name: string; value: unknown }
  | { type: 'loaded'; known: Registration }
  | { type: 'saved'; known: Registration; sent: Values }
  | { type: 'refused'; errors: readonly FieldError[] }

/** The draft as the server told it. */
export function draftOf(known: Registration): Draft {
  return { known, edits: {}, secrets: {}, refused: [], changedElsewhere: [] }
}

/** The form that the server has. */
export function formOf(known: Registration): Values {
  return { ...(known.individual ?? known.institutional) }
}

/** The form as it stands on the page. */
export function shownForm({ known, edits, secrets }: Draft): Values {
  return { ...formOf(known), ...secrets, ...edits }
}

/** The draft after a piece of news. */
export function draftAfter(draft: Draft, news: DraftNews): Draft {
  const { edits, secrets, refused } = draft
  if (news.type === 'typed') {
    const { name, value } = news
    const pointer = `/${draft.known.kind}/${name}`
    return {
      ...draft,
      edits: { ...edits, [name]: value },
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
  // What was typed while the save was under way is newer than what was saved.
  const left = Object.fromEntries(
    Object.entries(edits).filter(
      ([name, value]) => !(name in news.sent) || news.sent[name] !== value,
    ),
  )
  const hidden: readonly string[] = secretFields[draft.known.kind]
  const typed = Object.fromEntries(
    Object.entries(news.sent).filter(([name]) => hidden.includes(name)),
  )
  return {
    ...draft,
    known: news.known,
    edits: left,
    secrets: { ...secrets, ...typed },
  }
}

/** Whether a pointer is another one or lies below it. */
export function isWithin(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`)
}

/** What can be sent now: edits that fit the form and were not refused as they are. */
export function sendable({ known, edits, refused }: Draft): Values {
  const hidden: readonly string[] = secretFields[known.kind]
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => {
      // An emptied secret means that another is about to be typed; a mask is no value.
      if (hidden.includes(name) && (tidy(value) === null || isMasked(value))) return false
      if (refused.some(({ pointer }) => isWithin(pointer, `/${known.kind}/${name}`))) return false
      return faultsIn(schemaOf(known.kind, name), tidy(value)).length === 0
    }),
  )
}

/** What is wrong with a field as it stands, by pointer: the server's word, else the form's own. */
export function faultsOf({ known, edits, refused }: Draft, name: string): Fault[] {
  const pointer = `/${known.kind}/${name}`
  const own = name in edits ? faultsIn(schemaOf(known.kind, name), tidy(edits[name]), pointer) : []
  return [...refused.filter((fault) => isWithin(fault.pointer, pointer)), ...own]
}
