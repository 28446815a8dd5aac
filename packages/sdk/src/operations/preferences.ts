// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Instant } from './fields.ts'

export type Preference = {
  key: string
  value: {
  }
  updatedAt: Instant
}

export type PreferencesListInput = {
}

export type PreferencesPutInput = {
  key: string
  value: {
  }
}

export type PreferencesRemoveInput = {
  key: string
}

export type PreferencesApi = {
  /** All own preferences in the active company */
  list: Method<PreferencesListInput, {
    items: Array<Preference>
  }>
  /**
   * Save a preference, replacing the earlier one
   *
   * At most 100 a user and company.
   */
  put: Method<PreferencesPutInput, Preference>
  /** Reset to the default */
  remove: Method<PreferencesRemoveInput, void>
}

export const preferences = {
  list: {"method":"GET","path":"/auth/preferences","reply":"json"},
  put: {"method":"PUT","path":"/auth/preferences/{key}","body":["value"],"reply":"json"},
  remove: {"method":"DELETE","path":"/auth/preferences/{key}"},
} as const satisfies Operations[string]
