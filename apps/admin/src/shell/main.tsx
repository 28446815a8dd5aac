import '@fontsource-variable/inter/wght.css'
import './base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '@rmtools/look/words'
import { startCrashReports } from './crash-reports.ts'
import { LanguageContext, rememberedLanguage, rememberLanguage } from '../base/language.ts'
import { ChooseLanguage } from '../ui/ChooseLanguage.tsx'
import { startLive } from './live.ts'
import { nonceStyles } from '../base/nonce.ts'
import { queryClient } from '../base/queries.ts'
import { router } from './routes.tsx'
import { startScheme } from '../base/scheme.ts'
import { renewSession } from '../base/session.ts'

nonceStyles()
startScheme()
// Requested before the first render, so that screens load in parallel.
void renewSession()
startLive()
startCrashReports()

function Console() {
  const [language, setLanguage] = useState(rememberedLanguage)
  const choose = (next: Language) => {
    rememberLanguage(next)
    document.documentElement.lang = next
    setLanguage(next)
  }
  return (
    <LanguageContext value={language}>
      <ChooseLanguage value={choose}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ChooseLanguage>
    </LanguageContext>
  )
}

document.documentElement.lang = rememberedLanguage()
createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <Console />
  </StrictMode>,
)
