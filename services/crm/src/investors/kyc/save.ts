// Saving a part of the form, by the RM or by the investor through a link.
import { isValues } from '@rmtools/contracts/crm/kyc-values'
import { isOneOf, keysOf } from '@rmtools/contracts/keys'
import { fieldNotOpen, kycInvalid } from '@rmtools/contracts/crm/investor-problems'
import { kycFieldNames, secretItems, type InvestorKind } from '@rmtools/contracts/crm/kyc'
import { invalidFields } from '@rmtools/contracts/crm/kyc-rules'
import type { KycFault } from '@rmtools/contracts/crm/kyc-faults'
import { phoneInvalid } from '@rmtools/contracts/crm/leads'
import { normaliseNpwp } from '@rmtools/contracts/crm/npwp'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Db, Transaction } from '@rmtools/kit/db'
import { toE164 } from '@rmtools/kit/phone'
import type { CrmPorts } from '../../ports.ts'
import { contactsIn } from '../contacts/rules.ts'
import { refuseStaffContacts } from '../contacts/staff.ts'
import { tellOfContacts } from '../news/telling.ts'
import type { KycCase } from '../queries.ts'
import { caseFields, kycRow, regionsOf, touchCase, upsertKyc } from './queries.ts'
import { openValues, sealValues, unmaskItems } from './secrets.ts'

type Values = Record<string, unknown>
type Ports = Pick<CrmPorts, 'clock' | 'sealer'>

/** The whole form of a case with its secrets opened. It never leaves the server like this. */
export async function openForm(
  db: Db,
  investor: KycCase,
  { sealer }: Pick<Ports, 'sealer'>,
): Promise<Values> {
  const { id, kind } = investor
  const stored = openValues(await kycRow(db, kind, id), { id, kind, sealer })
  const own = Object.fromEntries(kycFieldNames[kind].map((name) => [name, stored[name] ?? null]))
  return { ...own, fullName: investor.displayName, email: investor.email, phone: investor.phone }
}

/** The facts outside the form that its rules need. */
export async function ruleContext(db: Db, form: Values, { clock }: Pick<Ports, 'clock'>) {
  const niks = [
    form['identityNumber'],
    ...itemsIn(form['authorisedPersons']).map((person) => person['ktpNumber']),
    ...itemsIn(form['beneficialOwners']).map((owner) => owner['identityNumber']),
  ].filter((one) => typeof one === 'string')
  return { today: jakarta(clock.now()).date, regions: await regionsOf(db, niks) }
}

const itemsIn = (list: unknown): Values[] => (Array.isArray(list) ? list.filter(isValues) : [])

export type Part = {
  changes: Values
  openFields: readonly string[] | null
  verificationMethod?: string
  maker: string | null
  fixesPhone?: boolean
}

/**
 * Saves a part of the form of a locked case. Throws field-not-open for fields that a reviewer did
 * not return, kyc-invalid with a pointer for each invalid value, phone-invalid, contact-of-staff.
 */
export async function savePart(
  db: Transaction,
  investor: KycCase,
  part: Part,
  ports: Ports,
): Promise<void> {
  const { id, kind } = investor
  refuseClosed(kind, part)
  const before = await openForm(db, investor, ports)
  const changes = normalise(kind, withoutMasks(kind, part.changes, before))
  if (part.fixesPhone === true)
    refuseOtherPhone(kind, { changes, before, openFields: part.openFields })
  // Submission asks again about earlier warnings.
  await refuseStaffContacts(db, contactsIn(kind, changes))
  const form: Values = { ...before, ...changes }
  const touched = (fault: KycFault) => Object.hasOwn(changes, fault.pointer.split('/')[2] ?? '')
  const faults = invalidFields(kind, form, await ruleContext(db, form, ports)).filter(touched)
  if (faults.length > 0) throw new Problem(kycInvalid, { errors: faults })
  const own = Object.fromEntries(
    Object.entries(changes).filter(([name]) => !isOneOf(caseFields, name)),
  )
  if (Object.keys(own).length > 0)
    await upsertKyc(db, kind, id, sealValues(own, { id, kind, sealer: ports.sealer }))
  const identity = kind === 'individual' ? form['identityNumber'] : form['npwp']
  const contact = { email: textOrNull(form['email']), phone: textOrNull(form['phone']) }
  await touchCase(db, id, {
    displayName: String(form['fullName']),
    ...contact,
    isPep: form['isPep'] === true,
    identityHash: typeof identity === 'string' ? identityIndex(identity, ports) : null,
    verificationMethod: part.verificationMethod ?? investor.verificationMethod,
    maker: part.maker,
  })
  await tellOfContacts(db, investor, contact)
}

/** The keyed hash by which an identity number is found without opening any. */
export function identityIndex(number: string, { sealer }: Pick<Ports, 'sealer'>): Buffer {
  return sealer.index(`identity:${number.toUpperCase()}`)
}

function refuseClosed(kind: InvestorKind, { changes, openFields }: Part): void {
  if (openFields === null) return
  const closed = Object.keys(changes).filter((name) => !openFields.includes(`/${kind}/${name}`))
  if (closed.length > 0)
    throw new Problem(fieldNotOpen, {
      errors: closed.map((name) => ({ pointer: `/${kind}/${name}`, code: 'not-open' })),
    })
}

/**
 * The holder of a link does not choose where its code goes: only the RM changes the phone that the
 * RM entered, or the investor if a reviewer asked for it. Otherwise a stranger with the link could
 * verify it by a phone of theirs.
 */
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

function refuseOtherPhone(
  kind: InvestorKind,
  { changes, before, openFields }: Pick<Part, 'changes' | 'openFields'> & { before: Values },
): void {
  if (openFields !== null || !('phone' in changes) || changes['phone'] === before['phone']) return
  throw new Problem(fieldNotOpen, { errors: [{ pointer: `/${kind}/phone`, code: 'phone-of-rm' }] })
}

function withoutMasks(kind: InvestorKind, changes: Values, before: Values): Values {
  const whole: Values = { ...changes }
  for (const list of keysOf(secretItems)) {
    const given = changes[list]
    if (!Array.isArray(given)) continue
    const { items, unknown } = unmaskItems(list, itemsIn(given), itemsIn(before[list]))
    if (unknown.length > 0)
      throw new Problem(kycInvalid, {
        errors: unknown.map((pointer) => ({ pointer: `/${kind}${pointer}`, code: 'masked' })),
      })
    whole[list] = items
  }
  return whole
}

/** Normalises phone numbers to E.164, tax numbers to 16 digits, identity numbers to capitals. */
function normalise(kind: InvestorKind, changes: Values): Values {
  const errors: KycFault[] = []
  const phone = (value: unknown, pointer: string) => {
    if (typeof value !== 'string') return value
    const e164 = toE164(value)
    if (e164 === undefined) errors.push({ pointer: `/${kind}${pointer}`, code: 'phone' })
    return e164
  }
  const result: Values = { ...changes }
  for (const name of ['phone', 'homePhone', 'fax'])
    if (name in changes) result[name] = phone(changes[name], `/${name}`)
  if (isObject(changes['employer']))
    result['employer'] = {
      ...changes['employer'],
      phone: phone(changes['employer']['phone'], '/employer/phone'),
    }
  if (Array.isArray(changes['authorisedPersons']))
    result['authorisedPersons'] = changes['authorisedPersons'].map((person: Values, index) => ({
      ...person,
      mobile: phone(person['mobile'], `/authorisedPersons/${index}/mobile`),
    }))
  if (errors.length > 0) throw new Problem(phoneInvalid, { errors })
  // Text that is not a tax number stays as given, so that the rules reject it with its pointer.
  if (typeof changes['npwp'] === 'string')
    result['npwp'] = normaliseNpwp(changes['npwp']) ?? changes['npwp']
  if (typeof changes['identityNumber'] === 'string')
    result['identityNumber'] = changes['identityNumber'].toUpperCase()
  return result
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
