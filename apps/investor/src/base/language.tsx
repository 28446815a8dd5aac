// Indonesian and English. The reader's choice is remembered; otherwise the language of the link is
// used.
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import type { Bilingual, Language } from '@rmtools/look/words'

const KEY = 'rmtools.language'

type Speech = {
  language: Language
  /** Translates into the language of the page. */
  say(words: Bilingual): string
  choose(language: Language): void
  /** Sets the link's language, unless the reader has chosen one. */
  suggest(language: Language): void
}

const Context = createContext<Speech | undefined>(undefined)

function remembered(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'id' || kept === 'en' ? kept : undefined
  } catch {
    // Storage can be forbidden; the page works without it.
    return undefined
  }
}

/** Stores the reader's choice. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // As above.
  }
}

/** Provides the language to its children. */
export function SpeechProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(remembered)
  const [suggested, suggest] = useState<Language>('id')
  const language = chosen ?? suggested
  useEffect(() => void (document.documentElement.lang = language), [language])
  const choose = useCallback((next: Language) => {
    rememberLanguage(next)
    setChosen(next)
  }, [])
  const speech = useMemo(
    () => ({ language, say: (words: Bilingual) => words[language], choose, suggest }),
    [language, choose],
  )
  return <Context value={speech}>{children}</Context>
}

/** The language of the page, and the translation function. */
export function useSpeech(): Speech {
  const speech = use(Context)
  if (!speech) throw new Error('useSpeech was called outside SpeechProvider')
  return speech
}

/** A text in both languages. */
export const both = (id: string, en: string): Bilingual => ({ id, en })
