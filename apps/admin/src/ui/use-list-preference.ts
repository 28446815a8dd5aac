import { usePreference } from '../base/preferences.ts'
import { readListPreference } from './list-preferences.ts'

/** The preference of a list by the name of the list. */
export const useListPreference = (name: string) => usePreference(`${name}.list`, readListPreference)
