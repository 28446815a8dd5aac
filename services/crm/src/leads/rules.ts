import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import { readPhone } from '@rmtools/contracts/phones'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'

/** A phone number as it is kept, its extension apart. Throws phone-invalid. */
export function dialled(written: string): { phone: string; phoneExtension: string | null } {
  const read = readPhone(written)
  const phone = read && toE164(read.e164)
  if (phone === undefined)
    throw new Problem(phoneInvalid, { errors: [{ pointer: '/phone', code: 'phone' }] })
  return { phone, phoneExtension: read?.extension ?? null }
}
