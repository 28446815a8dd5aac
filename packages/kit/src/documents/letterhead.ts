// The letterhead of a company's documents: its legal name, address and the licence under which it
// sells. POJK 39/POJK.04/2014 requires selling agents to show the licence.
import { say, type Language } from '@rmtools/look/words'
import type { Letterhead } from './pdf.ts'

/** A company as its settings describe it; fields without a value are omitted. */
export type CompanyFacts = {
  readonly name: string
  readonly legalName?: string | null | undefined
  readonly licenceNumber?: string | null | undefined
  readonly address?: string | null | undefined
  readonly logo?: string | null | undefined
  readonly brandColour?: string | null | undefined
}

const licence = say('Izin OJK', 'OJK licence')

/** The letterhead of a company in a reader's language. */
export function letterheadOf(company: CompanyFacts, language: Language): Letterhead {
  const { name, legalName, licenceNumber, address, logo, brandColour } = company
  const lines = [
    legalName === name ? null : legalName,
    address?.replaceAll(/\s*\n\s*/g, ', '),
    licenceNumber && `${licence[language]} ${licenceNumber}`,
  ].flatMap((line) => line || [])
  return { name, logo, colour: brandColour, lines }
}
