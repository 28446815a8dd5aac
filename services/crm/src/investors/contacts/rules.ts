// The contacts in a form, to which links, codes or notices for the investor may be sent.
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'

/** A phone or e-mail, with its field. */
export type Contact = { pointer: string; channel: 'phone' | 'email'; value: string }

type Values = Readonly<Record<string, unknown>>

/**
 * The phone numbers and e-mail addresses in a form or a part of it. An employer's number is not the
 * investor's.
 */
export function contactsIn(kind: InvestorKind, form: Values): Contact[] {
  const persons: unknown = form['authorisedPersons']
  const ofPersons = Array.isArray(persons)
    ? persons.flatMap((person: Values, index) => {
        const at = `/${kind}/authorisedPersons/${index}`
        return [
          ...contactAt(`${at}/mobile`, 'phone', person['mobile']),
          ...contactAt(`${at}/email`, 'email', person['email']),
        ]
      })
    : []
  return [
    ...contactAt(`/${kind}/phone`, 'phone', form['phone']),
    ...contactAt(`/${kind}/email`, 'email', form['email']),
    ...contactAt(`/${kind}/homePhone`, 'phone', form['homePhone']),
    ...ofPersons,
  ]
}

function contactAt(pointer: string, channel: Contact['channel'], value: unknown): Contact[] {
  return typeof value === 'string' && value !== '' ? [{ pointer, channel, value }] : []
}
