import parsePhoneNumber from 'libphonenumber-js/min'

/** A phone number as people write it (08.., 62.., +62.., 8..) in E.164; undefined when it cannot be one. */
export function toE164(written: string): string | undefined {
  const digits = written.replace(/[ .()-]/g, '')
  const candidate = digits.startsWith('62') ? `+${digits}` : digits
  const parsed = parsePhoneNumber(candidate, 'ID')
  // A national number never begins with the trunk prefix (ITU-T E.164): 0000 0000 0000 is long enough, and reaches nobody.
  return parsed?.isPossible() && !parsed.nationalNumber.startsWith('0') ? parsed.number : undefined
}
