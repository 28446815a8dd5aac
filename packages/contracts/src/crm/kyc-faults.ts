// Faults in the parts that both KYC forms share.
import { isMasked, type Address, type BeneficialOwner, type IndividualKyc } from './kyc.ts'
import { isDay } from '../dates.ts'
import { readNik, type NikRegions } from './nik.ts'
import { normaliseNpwp } from './npwp.ts'

/** A field and its fault: `required`, or a code that the apps translate. */
export type KycFault = { pointer: string; code: string }

/** Today in WIB (yyyy-mm-dd) and the regions of Kemendagri. */
export type KycContext = { today: string; regions: NikRegions }

export const required = (pointer: string): KycFault => ({ pointer, code: 'required' })

export function absent(form: Record<string, unknown>, names: readonly string[]): KycFault[] {
  return names.filter((name) => isEmpty(form[name])).map((name) => required(`/${name}`))
}

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** A number of 16 digits from an Indonesian is a NIK. */
export function ownerFaults(owners: readonly BeneficialOwner[], context: KycContext): KycFault[] {
  return owners.flatMap(({ nationality, identityNumber }, index) =>
    nationality === 'ID' && identityNumber && /^[0-9]{16}$/.test(identityNumber)
      ? readNik(identityNumber, context).blocks.map((code) => ({
          pointer: `/beneficialOwners/${index}/identityNumber`,
          code,
        }))
      : [],
  )
}

export function addressFaults(pointer: string, address: Address | null | undefined): KycFault[] {
  if (address?.country !== 'ID') return []
  const faults = absent(address, ['province', 'postalCode'])
  if (address.postalCode && !/^[0-9]{5}$/.test(address.postalCode))
    faults.push({ pointer: '/postalCode', code: 'postal-code' })
  return faults.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }))
}

type TaxField = 'taxResidences' | 'npwp' | 'npwpRegisteredOn' | 'isUsPerson'

/** PMK 108/2025: each tax residence with its TIN or the reason for none. */
export function taxFaults(
  form: Pick<Partial<IndividualKyc>, TaxField>,
  context: KycContext,
): KycFault[] {
  const faults: KycFault[] = notFuture('/npwpRegisteredOn', form.npwpRegisteredOn, context)
  const countries = (form.taxResidences ?? []).map(({ country }) => country)
  for (const [index, country] of countries.entries())
    if (countries.indexOf(country) < index)
      faults.push({ pointer: `/taxResidences/${index}/country`, code: 'repeated' })
  if (form.npwp && !isMasked(form.npwp) && normaliseNpwp(form.npwp) === undefined)
    faults.push({ pointer: '/npwp', code: 'npwp-invalid' })
  for (const [index, { tin, noTinReason }] of (form.taxResidences ?? []).entries())
    if (!tin && !noTinReason)
      faults.push({ pointer: `/taxResidences/${index}/tin`, code: 'tin-or-reason' })
  if (
    form.isUsPerson &&
    form.taxResidences &&
    !form.taxResidences.some(({ country }) => country === 'US')
  )
    faults.push({ pointer: '/taxResidences', code: 'tin-or-reason' })
  return faults
}

export function notFuture(
  pointer: string,
  date: string | null | undefined,
  { today }: KycContext,
): KycFault[] {
  if (!date) return []
  return !isDay(date) || date > today || date < '1900-01-01'
    ? [{ pointer, code: 'date-impossible' }]
    : []
}

export function notPast(
  pointer: string,
  date: string | null | undefined,
  { today }: KycContext,
): KycFault[] {
  return date && date < today ? [{ pointer, code: 'date-past' }] : []
}
