// Identity, tax and account numbers, which people write in groups, as our own screens do.
import { withPlainSigns } from './signs.ts'

/**
 * A number without group separators: spaces of any width, dots, dashes, slashes. A mask stays
 * unchanged.
 */
export function readNumber(written: string): string {
  const code = readCode(written)
  return code.includes('*') ? code : code.replace(/^'|[./-]/g, '')
}

/**
 * A number whose punctuation is significant, such as a foreign tax number: without spaces, with
 * plain hyphens.
 */
export function readCode(written: string): string {
  return withPlainSigns(written).replace(/\s/g, '')
}
