// NIK, the 16-digit personal number of Indonesians: region(6) + DDMMYY (day + 40 for women) +
// serial(4), without a checksum. Text, never a number: those of Papua exceed a double's exact
// range.
import { isDay } from '../dates.ts'

/**
 * Kemendagri's codes without dots: 2 digits for provinces, 4 for regencies and cities, 6 for
 * districts.
 */
export type NikRegions = {
  readonly provinces: ReadonlySet<string>
  readonly regencies?: ReadonlySet<string>
  readonly districts?: ReadonlySet<string>
}

export type Sex = 'male' | 'female'
export type NikReading = {
  /** Reasons to refuse the number. */
  readonly blocks: readonly NikBlock[]
  /** Reasons to check the number again. */
  readonly warnings: readonly NikWarning[]
  readonly dateOfBirth: string | null
  readonly sex: Sex | null
}
export type NikBlock =
  | 'nik-not-16-digits'
  | 'nik-unknown-province'
  | 'nik-impossible-date'
  | 'nik-serial-0000'
export type NikWarning =
  | 'nik-unknown-regency'
  | 'nik-unknown-district'
  | 'nik-other-birth-date'
  | 'nik-other-sex'
  | 'nik-under-17'

type Known = {
  regions: NikRegions
  /** Today in WIB, yyyy-mm-dd. */ today: string
  dateOfBirth?: string | null
  sex?: Sex | null
}

const ADULT_YEARS = 17

/**
 * Reads a NIK. An unknown regency or district is only a warning: codes are those of the first
 * registration, and retired ones stay valid. The century is that of the latest possible birth date
 * that is not in the future.
 */
export function readNik(nik: string, known: Known): NikReading {
  if (!/^[0-9]{16}$/.test(nik))
    return { blocks: ['nik-not-16-digits'], warnings: [], dateOfBirth: null, sex: null }
  const blocks: NikBlock[] = []
  if (!known.regions.provinces.has(nik.slice(0, 2))) blocks.push('nik-unknown-province')
  const day = Number(nik.slice(6, 8))
  const sex: Sex = day > 40 ? 'female' : 'male'
  const dateOfBirth = birthDate(
    day > 40 ? day - 40 : day,
    nik.slice(8, 10),
    nik.slice(10, 12),
    known.today,
  )
  if (dateOfBirth === null) blocks.push('nik-impossible-date')
  if (nik.endsWith('0000')) blocks.push('nik-serial-0000')
  const warnings = [
    ...regionWarnings(nik, known.regions),
    ...(dateOfBirth === null ? [] : personWarnings({ dateOfBirth, sex }, known)),
  ]
  return { blocks, warnings, dateOfBirth, sex }
}

/** The widest unknown part of the region; an unknown province has already been refused. */
function regionWarnings(
  nik: string,
  { provinces, regencies, districts }: NikRegions,
): NikWarning[] {
  if (!provinces.has(nik.slice(0, 2))) return []
  if (regencies && !regencies.has(nik.slice(0, 4))) return ['nik-unknown-regency']
  return districts && !districts.has(nik.slice(0, 6)) ? ['nik-unknown-district'] : []
}

/** Compares the person's data in the number with the form. */
function personWarnings(said: { dateOfBirth: string; sex: Sex }, known: Known): NikWarning[] {
  const warnings: NikWarning[] = []
  // Two digits do not determine the century: somebody born in 1926 is not a child of 2026.
  if (known.dateOfBirth && known.dateOfBirth.slice(2) !== said.dateOfBirth.slice(2))
    warnings.push('nik-other-birth-date')
  if (ageOn(known.dateOfBirth ?? said.dateOfBirth, known.today) < ADULT_YEARS)
    warnings.push('nik-under-17')
  if (known.sex && known.sex !== said.sex) warnings.push('nik-other-sex')
  return warnings
}

function birthDate(day: number, month: string, year: string, today: string): string | null {
  // 2000 was a leap year, 1900 was not; nobody alive was born on 29 February 1900.
  const recent = `20${year}-${month}-${String(day).padStart(2, '0')}`
  if (!isDay(recent)) return null
  return recent <= today ? recent : `19${recent.slice(2)}`
}

/** Full years between two dates, yyyy-mm-dd. */
export function ageOn(dateOfBirth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}
