// The form of a lead on the phone, and which of its fields changed.
import {
  leadField,
  leadFieldNames,
  limitsOf,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import type { Lead } from '@rmtools/contracts/crm/leads'
import type { LeadChanges } from './local.ts'
import { internationalPhone } from './rules.ts'

/** The fields of the sheet; the follow-up is set on the lead's own screen. */
export const edited: readonly LeadField[] = leadFieldNames.filter(
  (name) => leadField(name).control !== 'follow-up',
)

export type Typed = Readonly<Partial<Record<LeadField, string>>>

/** The fields as texts. */
export function typedOf(lead: Lead): Typed {
  return Object.fromEntries(
    edited.map((name) => {
      const value = lead[name] ?? ''
      return [name, typeof value === 'string' ? value : value.join(', ')]
    }),
  )
}

/** The fields that differ from the lead; an emptied field is cleared. */
export function changesOf(lead: Lead, typed: Typed): LeadChanges {
  const next = edited.map((name) => [name, valueOf(name, (typed[name] ?? '').trim())] as const)
  return Object.fromEntries(
    next.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(lead[name] ?? null)),
  )
}

function valueOf(name: LeadField, text: string): string | string[] | null {
  const { control, isNeeded } = leadField(name)
  if (control === 'phone') return internationalPhone(text)
  if (control === 'tags') return tagsIn(text).slice(0, limitsOf(name).items)
  return isNeeded ? text : text || null
}

const tagsIn = (text: string) =>
  [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '')
