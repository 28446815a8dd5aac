import { bandOf } from '@rmtools/look/order-words'
import type { Say } from '../base/language.ts'

/** A risk band by number and word. */
export const bandText = (say: Say, band: number) => bandOf(band, say.language)
