import parsePhoneNumber from 'libphonenumber-js/min'
import { e164Of } from '@rmtools/contracts/phones'

/** Converts a phone number to E.164; undefined if it is not possible, or not in that country. */
export function toE164(written: string): string | undefined {
  const e164 = e164Of(written)
  const parsed = e164 === undefined ? undefined : parsePhoneNumber(e164)
  // A national number never starts with the trunk prefix (ITU-T E.164): 0000 0000 0000 is long
  // enough, but unreachable.
  return parsed?.isPossible() && !parsed.nationalNumber.startsWith('0') ? e164 : undefined
}
