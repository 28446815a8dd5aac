// Every text of the console is a pair, Indonesian and English, beside its screen: a missing
// translation does not compile.
import { createContext, useContext } from 'react'
import type { Bilingual, Language } from '@rmtools/look/words'

export const LanguageContext = createContext<Language>('id')

export type Say = {
  (text: Bilingual, values?: Readonly<Record<string, string | number>>): string
  readonly language: Language
}

const KEY = 'rmtools.language'

/** The language chosen in this browser; Indonesian by default. */
export const rememberedLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'id')
export const rememberLanguage = (language: Language) => localStorage.setItem(KEY, language)

/** Creates a function that translates pairs and fills `{name}` from the values. */
export function speaker(language: Language): Say {
  const say = (text: Bilingual, values: Readonly<Record<string, string | number>> = {}) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  return Object.assign(say, { language })
}

const speakers = { id: speaker('id'), en: speaker('en') }

/** Translates into the user's language. */
export const useSay = (): Say => speakers[useContext(LanguageContext)]
