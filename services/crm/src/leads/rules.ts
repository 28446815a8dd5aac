import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import { readPhone } from '@rmtools/contracts/phones'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'

/** Splits a phone number into its stored form and its extension. Throws phone-invalid. */
export function dialled(written: string): { phone: string; phoneExtension: string | null } {
  const read = readPhone(written)
  const phone = read && toE164(read.e164)
  if (phone === undefined)
    throw new Problem(phoneInvalid, { errors: [{ pointer: '/phone', code: 'phone' }] })
  return { phone, phoneExtension: read?.extension ?? null }
}
