// Why a figure was refused, and its possible readings.
import { say, type Language } from './words.ts'

type Refusal = { readonly code: string; readonly understood: readonly string[] }

/** A decimal with separators: `1500000.5` becomes `1.500.000,5` or `1,500,000.5`. */
export function groupedDecimal(value: string, language: Language): string {
  const [whole = '', fraction] = value.split('.')
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.']
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? text : `${text}${point}${fraction}`
}

/** The message below a field whose figure was refused; empty for an empty field. */
export function figureRefusalText(
  { code, understood }: Refusal,
  language: Language,
): string | undefined {
  const or = language === 'id' ? ' atau ' : ' or '
  const read = understood.map((value) => groupedDecimal(value, language)).join(or)
  return texts[code]?.[language].replace('{read}', read)
}

const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unreadable: say(
    'Angka ini tidak terbaca. Tulis misalnya 1.500.000 atau 1,5 jt.',
    'This is not a readable number. Write 1,500,000, for example.',
  ),
  ambiguous: say(
    'Bisa berarti {read}. Tulis tanpa pemisah ribuan.',
    'This could be {read}. Write it without thousands separators.',
  ),
  'too-fine': say(
    'Terbaca {read}: terlalu banyak angka di belakang koma.',
    'Read as {read}: too many decimal places.',
  ),
  'too-large': say('Terbaca {read}: terlalu besar.', 'Read as {read}: too large.'),
  negative: say('Angka tidak boleh negatif.', 'The figure must not be negative.'),
  'other-currency': say(
    'Terbaca {read} dalam mata uang lain. Tulis angkanya saja.',
    'Read as {read} in another currency. Write the figure alone.',
  ),
  'other-unit': say(
    'Terbaca {read} dalam satuan lain. Tulis angkanya saja.',
    'Read as {read} in another unit. Write the figure alone.',
  ),
}
