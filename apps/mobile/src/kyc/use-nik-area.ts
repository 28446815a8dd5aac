import { useEffect } from 'react'
import { isBlank, isValues, type Values } from '@rmtools/contracts/crm/kyc-values'
import { useRegions } from '../investors/use-investors.ts'
import type { SeenCase } from '../investors/rules.ts'

/**
 * Prefills the card's address with the area that the first digits of the NIK stand for; never
 * overwrites an entry.
 */
export function useNikArea(
  { kind, openFields }: SeenCase,
  form: Values,
  type: (name: string, value: unknown) => void,
): void {
  const nik = String(form['identityNumber'] ?? '')
  const isOpen = openFields === null || openFields.includes('/individual/identityAddress')
  const address = form['identityAddress']
  const isWanted =
    kind === 'individual' &&
    isOpen &&
    /^[0-9]{16}$/.test(nik) &&
    isBlank(isValues(address) ? address['cityCode'] : address)
  const provinces = useRegions(isWanted ? '' : undefined)
  const cities = useRegions(isWanted ? nik.slice(0, 2) : undefined)
  const districts = useRegions(
    isWanted && cities.some(({ code }) => code === cityOf(nik)) ? cityOf(nik) : undefined,
  )
  const province = provinces.find(({ code }) => code === nik.slice(0, 2))
  const city = cities.find(({ code }) => code === cityOf(nik))
  const district = districts.find(({ code }) => code === `${cityOf(nik)}.${nik.slice(4, 6)}`)
  useEffect(() => {
    if (!isWanted || !province || !city || (districts.length === 0 && !district)) return
    type('identityAddress', {
      ...(isValues(address) ? address : {}),
      country: 'ID',
      province: province.name,
      provinceCode: province.code,
      city: city.name,
      cityCode: city.code,
      ...(district ? { district: district.name, districtCode: district.code } : {}),
    })
    // Runs once per NIK, so that it does not overwrite later input.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isWanted, province?.code, city?.code, districts.length])
}

const cityOf = (nik: string) => `${nik.slice(0, 2)}.${nik.slice(2, 4)}`
