// A notification's title and text, in both languages.
import type { Bilingual } from './words.ts'

export type Words = { readonly title: Bilingual; readonly text: Bilingual }
type Pair = readonly [id: string, en: string]
const say = ([id, en]: Pair): Bilingual => ({ id, en })

/** The words of one kind: its title and its text. */
export const words = (title: Pair, text: Pair): Words => ({ title: say(title), text: say(text) })
