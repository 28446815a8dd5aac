import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'

/** A phone number as it is kept. Throws phone-invalid. */
export function phoneOf(written: string): string {
  const phone = toE164(written)
  if (phone === undefined) throw new Problem(phoneInvalid, { errors: [{ pointer: '/phone', code: 'phone' }] })
  return phone
}

const FORMULA = /^[=+\-@\t\r]/

/** A cell as a spreadsheet may have it: what it would take for a formula begins with an apostrophe (OWASP, CSV injection). */
export function guardedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The cell of a file that may have come from `guardedCell`. */
export function unguardedCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
