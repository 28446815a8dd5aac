// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate } from './fields.ts'

export type Bank = {
  code: string
  name: string
  bic: string | null
  isActive: boolean
  /** Other names that people search for */
  also?: Array<string>
}

export type Country = {
  code: string
  alpha3: string
  nameId: string
  nameEn: string
}

export type Holiday = {
  date: CalendarDate
  name: string
  isProvisional: boolean
}

export type Location = {
  code: string
  name: string
}

export type ReferenceBanksInput = {
  includeInactive?: boolean
}

export type ReferenceLocationsInput = {
  level?: 'province' | 'city' | 'district'
  parent?: string
}

export type ReferenceCountriesInput = {
}

export type ReferenceHolidaysInput = {
  year?: number
}

export type ReferenceChangeBankInput = {
  code: string
  name?: string
  bic?: string | null
  isActive?: boolean
}

export type ReferencePutHolidayInput = {
  date: CalendarDate
  name: string
  isProvisional: boolean
  /** For the record, such as the number of the decree */
  reason?: string
}

export type ReferenceRemoveHolidayInput = {
  date: CalendarDate
  /** For the record, such as the number of the decree */
  reason?: string
}

export type ReferenceApi = {
  /** Banks of Indonesia */
  banks: Method<ReferenceBanksInput, {
    items: Array<Bank>
  }>
  /** Provinces; the cities of a province; the districts of a city */
  locations: Method<ReferenceLocationsInput, {
    items: Array<Location>
  }>
  /** Countries and nationalities (ISO 3166-1) */
  countries: Method<ReferenceCountriesInput, {
    items: Array<Country>
  }>
  /** Days on which the exchange is closed, besides weekends */
  holidays: Method<ReferenceHolidaysInput, {
    items: Array<Holiday>
  }>
  /**
   * Change a bank of the list
   *
   * An absent field keeps its value. Accounts at a deactivated bank are kept; new ones cannot be added.
   *
   * Needs the permission `reference.write`.
   */
  changeBank: Method<ReferenceChangeBankInput, Bank>
  /**
   * Set a day on which the exchange is closed
   *
   * Instructions approved afterwards get their NAV date accordingly. Every change is recorded.
   *
   * Needs the permission `reference.write`.
   */
  putHoliday: Method<ReferencePutHolidayInput, Holiday>
  /**
   * Make a day an exchange day again
   *
   * Needs the permission `reference.write`.
   */
  removeHoliday: Method<ReferenceRemoveHolidayInput, void>
}

export const reference = {
  banks: {"method":"GET","path":"/crm/banks","query":["includeInactive"],"reply":"json","isPublic":true},
  locations: {"method":"GET","path":"/crm/locations","query":["level","parent"],"reply":"json","isPublic":true},
  countries: {"method":"GET","path":"/crm/countries","reply":"json","isPublic":true},
  holidays: {"method":"GET","path":"/crm/holidays","query":["year"],"reply":"json","isPublic":true},
  changeBank: {"method":"PATCH","path":"/crm/banks/{code}","body":["name","bic","isActive"],"reply":"json"},
  putHoliday: {"method":"PUT","path":"/crm/holidays/{date}","body":["name","isProvisional","reason"],"reply":"json"},
  removeHoliday: {"method":"DELETE","path":"/crm/holidays/{date}","query":["reason"]},
} as const satisfies Operations[string]
