import { createContext, useContext } from 'react'
import type { Language } from '@rmtools/look/words'

/** Changes the language of the console. */
export const ChooseLanguage = createContext<(language: Language) => void>(() => undefined)
export const useChooseLanguage = () => useContext(ChooseLanguage)
