// An investor's link and code prove that the investor acted: they must not reach anybody who sells.
import { contactOfStaff } from '@rmtools/contracts/crm/investor-problems'
import type { KycFault } from '@rmtools/contracts/crm/kyc-faults'
import { Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import type { KycCase } from '../queries.ts'
import { contactsKnown, contactsOfStaff } from './queries.ts'
import { contactsIn, type Contact } from './rules.ts'

/** The contacts that belong to staff, as faults of their fields. */
export async function staffFaults(db: Db, contacts: readonly Contact[]): Promise<KycFault[]> {
  const of = (wanted: Contact['channel']) =>
    contacts.flatMap(({ channel, value }) => (channel === wanted ? [value] : []))
  const taken = await contactsOfStaff(db, { phones: of('phone'), emails: of('email') })
  return contacts.flatMap(({ pointer, value }) =>
    taken.has(value) ? [{ pointer, code: contactOfStaff.code }] : [],
  )
}

/** Throws contact-of-staff with a pointer for each contact that belongs to the company's staff. */
export async function refuseStaffContacts(db: Db, contacts: readonly Contact[]): Promise<void> {
  const errors = await staffFaults(db, contacts)
  if (errors.length > 0) throw new Problem(contactOfStaff, { errors })
}

/** Questions to the RM and the reviewer about the contacts of a case. */
export async function contactWarnings(
  db: Db,
  investor: KycCase,
  form: Readonly<Record<string, unknown>>,
): Promise<KycFault[]> {
  const [known, ofStaff] = await Promise.all([
    contactsKnown(db, investor),
    staffFaults(db, contactsIn(investor.kind, form)),
  ])
  const shared = (['phone', 'email'] as const).filter((name) => known[name])
  return [
    ...ofStaff,
    ...shared.map((name) => ({ pointer: `/${investor.kind}/${name}`, code: 'contact-shared' })),
  ]
}
