import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'

/** A phone number as it is kept. Throws phone-invalid. */
export function phoneOf(written: string): string {
  const phone = toE164(written)
  if (phone === undefined) throw new Problem(phoneInvalid, { errors: [{ pointer: '/phone', code: 'phone' }] })
  return phone
}
