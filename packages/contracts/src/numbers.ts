// Identity, tax and account numbers, which people write in groups and our own screens show in groups.
import { withPlainSigns } from './signs.ts'

/** A number without what parts its groups: spaces of any width, dots, dashes, slashes. A mask stays the mask that was shown. */
export function readNumber(written: string): string {
  const code = readCode(written)
  return code.includes('*') ? code : code.replace(/^'|[./-]/g, '')
}

/** A number of which the signs are a part, such as a foreign tax number: without spaces, with plain hyphens. */
export function readCode(written: string): string {
  return withPlainSigns(written).replace(/\s/g, '')
}
