import { useState } from 'react'
import {
  consentPurposes,
  consentTexts,
  requiredConsents,
  type ConsentPurpose,
  type GivenConsent,
} from '@rmtools/contracts/crm/consents'
import type { Language } from '@rmtools/look/words'
import type { Registration } from './api.ts'

/**
 * The ticked consents. After a return the earlier ones remain valid, unless they were returned too.
 */
export function useConsents({ openFields }: Pick<Registration, 'openFields'>) {
  const [ticked, setTicked] = useState<ReadonlySet<ConsentPurpose>>(new Set())
  const [isAsked, setAsked] = useState(openFields === null || openFields.includes('/consents'))
  return {
    isAsked,
    /** The server requires them after all. */
    ask: () => setAsked(true),
    has: (purpose: ConsentPurpose) => ticked.has(purpose),
    tick: (purpose: ConsentPurpose, isGiven: boolean) => {
      const next = new Set(ticked)
      if (isGiven) next.add(purpose)
      else next.delete(purpose)
      setTicked(next)
    },
    areEnough: !isAsked || requiredConsents.every((purpose) => ticked.has(purpose)),
    given: (language: Language): GivenConsent[] =>
      consentPurposes
        .filter((purpose) => ticked.has(purpose))
        .map((purpose) => ({ purpose, textVersion: consentTexts[purpose].version, language })),
  }
}
export type Consents = ReturnType<typeof useConsents>
