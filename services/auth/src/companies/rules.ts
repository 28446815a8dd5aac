import { colourTooPale, type CompanySettings } from '@rmtools/contracts/auth/companies'
import { moneySettings } from '@rmtools/contracts/auth/company-fields'
import { Problem } from '@rmtools/contracts/problem'

/** The given settings that concern money and differ from the current ones. */
export function changedMoney(
  was: CompanySettings,
  given: Partial<CompanySettings>,
): Partial<CompanySettings> {
  const changed = moneySettings.filter(
    (name) => given[name] !== undefined && given[name] !== was[name],
  )
  return Object.fromEntries(changed.map((name) => [name, given[name]]))
}

const READABLE = 4.5

/** Throws if white text on the colour is hard to read (WCAG 2.2, 1.4.3). */
export function checkColour(colour: string | undefined): void {
  if (colour !== undefined && contrastWithWhite(colour) < READABLE) throw new Problem(colourTooPale)
}

/** WCAG 2.2, definitions of contrast ratio and relative luminance. */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
