import type { State } from '@rmtools/look/states'
import { words } from './words.ts'

/** A company's state as a dot and a word. */
export const companyState = (isActive: boolean): State =>
  isActive ? { tone: 'done', word: words.active } : { tone: 'closed', word: words.inactive }
