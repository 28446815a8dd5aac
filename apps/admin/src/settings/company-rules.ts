// Client-side checks of a company's settings, by the bounds of the contract.
import {
  companyDescription,
  companySettingNames,
  settingsIn,
  type CompanyControl,
  type CompanySetting,
} from '@rmtools/contracts/auth/company-fields'
import { CompanySettings } from '@rmtools/contracts/auth/companies'
import { NAME_PATTERN } from '@rmtools/contracts/name-letters'
import { contrast } from '@rmtools/look/colours'
import type { Bilingual } from '@rmtools/look/words'
import { companyWords as words } from './words.ts'

export type Settings = CompanySettings
type Fault = { text: Bilingual; values?: Record<string, string | number> }

const READABLE = 4.5
const { properties } = CompanySettings
const of = (...controls: CompanyControl[]) =>
  companySettingNames.filter((name) => controls.includes(companyDescription.of(name).control))
const amounts = of('amount')
const numbers = of('seconds', 'hours')
const times = of('time')
const switches = of('on-off')

type Limits = { minimum?: number; maximum?: number; pattern?: string }
const limitsOf = (name: CompanySetting) => properties[name] as Limits

/** The bounds of a numeric setting. */
export function boundsOf(name: CompanySetting): { min: number; max: number } {
  const { minimum, maximum } = limitsOf(name)
  return { min: minimum ?? 0, max: maximum ?? Number.MAX_SAFE_INTEGER }
}

const fits = (name: keyof Settings, value: string) =>
  new RegExp(limitsOf(name).pattern ?? '').test(value)

/** A setting as displayed; for a logo only whether there is one. */
export function shownSetting(field: string, value: unknown): string {
  if (field === 'logo') return value ? '✓' : '–'
  if (switches.some((name) => name === field)) return value === 'on' ? '✓' : '–'
  return String(value ?? '–')
}

/** Contrast of the brand colour with white text on it. */
export const brandContrast = (colour: string) =>
  fits('brandColour', colour) ? contrast(colour, '#FFFFFF') : 0

/** The letterhead besides name and logo; each field is optional. */
const headFields = settingsIn('letterhead')

function headFault(name: CompanySetting, value: Settings[CompanySetting]): Fault | undefined {
  const text = trimmedText(value)
  if (!text) return undefined
  if (name === 'licenceNumber')
    return /^[A-Za-z0-9][A-Za-z0-9 ./-]{2,59}$/.test(text)
      ? undefined
      : { text: words.licenceWrong }
  if (!new RegExp(NAME_PATTERN, 'u').test(text)) return { text: words.printable }
  return name === 'address' && text.length < SHORTEST_ADDRESS
    ? { text: words.addressWrong }
    : undefined
}

const trimmedText = (value: Settings[CompanySetting]) => String(value ?? '').trim()
const SHORTEST_ADDRESS = 5

/** The settings that may be empty. */
const blankable: readonly CompanySetting[] = [...headFields, 'whatsappPhoneId']

/** The settings to send: emptied ones become null. */
export function withoutBlanks<S extends Partial<Settings>>(settings: S): S {
  const trimmed = blankable.flatMap((name) =>
    name in settings ? [[name, trimmedText(settings[name]) || null] as const] : [],
  )
  return { ...settings, ...Object.fromEntries(trimmed) }
}

/** Faults by setting; empty if the settings can be saved. */
export function settingFaults(settings: Settings): Partial<Record<keyof Settings, Fault>> {
  const outOf = numbers.flatMap((name) => {
    const { min, max } = boundsOf(name)
    const value = settings[name]
    return Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : [[name, { text: words.outOf, values: { min, max } }] as const]
  })
  const unreadable = amounts.flatMap((name) => {
    const value = settings[name]
    return value === null || fits(name, String(value))
      ? []
      : [[name, { text: words.moneyWrong }] as const]
  })
  const { brandColour, bibTenant } = settings
  const mistimed = times.flatMap((name) => {
    const value = settings[name]
    // An older company has none of the later ones.
    return value === undefined || fits(name, String(value))
      ? []
      : [[name, { text: words.timeWrong }] as const]
  })
  const numberId = trimmedText(settings.whatsappPhoneId)
  const ofHead = headFields.flatMap((name) => {
    const fault = headFault(name, settings[name])
    return fault ? [[name, fault] as const] : []
  })
  return {
    ...Object.fromEntries(outOf),
    ...(fits('brandColour', brandColour) ? {} : { brandColour: { text: words.brandWrong } }),
    ...(fits('brandColour', brandColour) && brandContrast(brandColour) < READABLE
      ? { brandColour: { text: words.brandHint } }
      : {}),
    ...Object.fromEntries(mistimed),
    ...Object.fromEntries(unreadable),
    ...Object.fromEntries(ofHead),
    ...(numberId === '' || fits('whatsappPhoneId', numberId)
      ? {}
      : { whatsappPhoneId: { text: words.numberIdWrong } }),
    ...(fits('bibTenant', bibTenant) ? {} : { bibTenant: { text: words.codeWrong } }),
  }
}
