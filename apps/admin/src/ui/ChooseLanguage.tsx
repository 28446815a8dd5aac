import { createContext, useContext } from 'react'
import type { Language } from '@rmtools/look/words'

/** How the language of the console is changed. */
export const ChooseLanguage = createContext<(language: Language) => void>(() => undefined)
export const useChooseLanguage = () => useContext(ChooseLanguage)
