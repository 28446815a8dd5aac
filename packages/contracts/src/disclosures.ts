// Disclosures of personal data: a masked value revealed, a file exported. Both are limited by
// person and day.
import { tooManyExports, tooManyReveals } from './problem.ts'

export const disclosed = ['reveal', 'export'] as const
export type Disclosed = (typeof disclosed)[number]

export const disclosureProblems = { reveal: tooManyReveals, export: tooManyExports } as const
