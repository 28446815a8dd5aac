// What happened and what to do, in that order, for every problem code in the contracts
// (dev/look.test.ts finds missing ones).
import { accountProblemWords } from './account-problems.ts'
import { clientProblemWords } from './client-problems.ts'
import { deviceProblemWords } from './device-problems.ts'
import { leadProblemWords } from './lead-problems.ts'
import { secondPersonProblemWords } from './second-person-problems.ts'
import type { Bilingual, Language } from './words.ts'

export { requestText } from './client-problems.ts'

export const problemWords: Readonly<Record<string, Bilingual>> = {
  ...clientProblemWords,
  ...accountProblemWords,
  ...deviceProblemWords,
  ...leadProblemWords,
  ...secondPersonProblemWords,
}

/** A problem in words; an unknown one reads as a fault on our side. */
export function problemText(code: string, language: Language): string {
  return (problemWords[code] ?? problemWords['internal-error'])?.[language] ?? code
}
