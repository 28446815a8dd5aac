// The contacts in a form: where a link, a code or a notice for the investor may go.
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'

/** A phone or e-mail, with its field. */
export type Contact = { pointer: string; channel: 'phone' | 'email'; value: string }

type Values = Readonly<Record<string, unknown>>

/** Phones and e-mails of a form, or of the part of it that is given. An employer's number is the employer's. */
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
