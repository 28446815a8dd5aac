import parsePhoneNumber from 'libphonenumber-js/min'
import { e164Of } from '@rmtools/contracts/phones'

/** A phone number as people write it in E.164; undefined when it cannot be one, or not of that country. */
export function toE164(written: string): string | undefined {
  const e164 = e164Of(written)
  const parsed = e164 === undefined ? undefined : parsePhoneNumber(e164)
  // A national number never begins with the trunk prefix (ITU-T E.164): 0000 0000 0000 is long enough, and reaches nobody.
  return parsed?.isPossible() && !parsed.nationalNumber.startsWith('0') ? e164 : undefined
}
