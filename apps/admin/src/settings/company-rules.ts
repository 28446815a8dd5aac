// What is wrong with a company's settings before the server is asked, by the bounds of the contract.
import { CompanySettings } from '@rmtools/contracts/auth/companies'
import { contrast } from '@rmtools/look/colours'
import type { Bilingual } from '@rmtools/look/words'
import { companyWords as words } from './words.ts'

export type Settings = CompanySettings
type Fault = { text: Bilingual; values?: Record<string, string | number> }

const READABLE = 4.5
const { properties } = CompanySettings
const amounts = ['certifiedSignatureAbove', 'orderQuestionAbove', 'orderCap'] as const
const numbers = ['otpSeconds', 'approvalLinkHours', 'registrationLinkHours'] as const

/** The bounds of a number of the settings. */
export function boundsOf(name: (typeof numbers)[number]): { min: number; max: number } {
  const { minimum, maximum } = properties[name] as { minimum?: number; maximum?: number }
  return { min: minimum ?? 0, max: maximum ?? Number.MAX_SAFE_INTEGER }
}

const fits = (name: keyof Settings, value: string) => new RegExp((properties[name] as { pattern?: string }).pattern ?? '').test(value)

/** Contrast of the brand with the white text upon it. */
export const brandContrast = (colour: string) => (fits('brandColour', colour) ? contrast(colour, '#FFFFFF') : 0)

/** Faults by the name of the setting; none when the settings can be saved. */
export function settingFaults(settings: Settings): Partial<Record<keyof Settings, Fault>> {
  const outOf = numbers.flatMap((name) => {
    const { min, max } = boundsOf(name)
    const value = settings[name]
    return Number.isInteger(value) && value >= min && value <= max ? [] : [[name, { text: words.outOf, values: { min, max } }] as const]
  })
  const unreadable = amounts.flatMap((name) => {
    const value = settings[name]
    return value === null || fits(name, value) ? [] : [[name, { text: words.moneyWrong }] as const]
  })
  const { brandColour, cutOffDefault, bibTenant } = settings
  return {
    ...Object.fromEntries(outOf),
    ...(fits('brandColour', brandColour) ? {} : { brandColour: { text: words.brandWrong } }),
    ...(fits('brandColour', brandColour) && brandContrast(brandColour) < READABLE ? { brandColour: { text: words.brandHint } } : {}),
    ...(fits('cutOffDefault', cutOffDefault) ? {} : { cutOffDefault: { text: words.timeWrong } }),
    ...Object.fromEntries(unreadable),
    ...(fits('bibTenant', bibTenant) ? {} : { bibTenant: { text: words.codeWrong } }),
  }
}
