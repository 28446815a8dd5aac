// The user's choices on this device. They are kept outside the session, so that the sign-in page
// knows them too.
import { getLocales } from 'expo-localization'
import type { Bilingual, Language } from '@rmtools/look/words'
import { createStore, useStore } from './store.ts'
import { deviceVault } from '../vault/device-vault.ts'

export type Preferences = {
  language: Language
  scheme: 'system' | 'light' | 'dark'
  /** Unlock by fingerprint or face, on phones. */
  isLocked: boolean
}

const KEY = 'device/preferences'
const isEnglish = () => getLocales()[0]?.languageCode === 'en'

export const preferences = createStore<Preferences>({
  language: isEnglish() ? 'en' : 'id',
  scheme: 'system',
  isLocked: false,
})

/** Loads the stored preferences. */
export async function openPreferences(): Promise<void> {
  const known = await (await deviceVault()).read<Partial<Preferences>>(KEY)
  if (known) preferences.set({ ...preferences.get(), ...known })
}

/** Changes and stores preferences. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  preferences.set({ ...preferences.get(), ...change })
  await (await deviceVault()).write({ [KEY]: preferences.get() })
}

export const useLanguage = (): Language => useStore(preferences).language

/** Translates texts into the chosen language; `{name}` is filled from the second argument. */
export function useSay(): (
  words: Bilingual,
  values?: Readonly<Record<string, string | number>>,
) => string {
  const language = useLanguage()
  return (words, values) => fill(words[language], values)
}

/** Fills the placeholders of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Declares a text of a screen in both languages. */
export const say = (id: string, en: string): Bilingual => ({ id, en })
