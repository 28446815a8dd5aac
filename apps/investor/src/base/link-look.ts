import { useEffect } from 'react'
import type { Language } from '@rmtools/look/words'
import { useSpeech } from './language.tsx'
import { applyTheme } from './theme.ts'

type Look = { brandColour: string | null; language: Language }

/** Shows the page in the colours of the company that sent the link, and in the link's language. */
export function useLinkLook(link: Look | null | undefined): void {
  const { suggest } = useSpeech()
  useEffect(() => {
    if (!link) return
    applyTheme(link.brandColour)
    suggest(link.language)
  }, [link, suggest])
}
