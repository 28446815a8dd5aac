// The gallery of the components of the investor's pages.
import '@rmtools/gallery/standstill'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { choiceOf, showGallery } from '@rmtools/gallery/sheet'
import type { Stories } from '@rmtools/gallery/stories'
import { rememberLanguage, SpeechProvider } from '../base/language.tsx'
import '../ui/fonts.css'
import '../ui/base.css'
import '../ui/controls.css'

rememberLanguage(choiceOf(location.href).language)

void showGallery<ReactNode>({
  modules: import.meta.glob<{ stories: Stories<ReactNode> }>('../**/*.stories.tsx', {
    eager: true,
  }),
  storyWidth: 360,
  mount: (node, box) => createRoot(box).render(<SpeechProvider>{node}</SpeechProvider>),
})
