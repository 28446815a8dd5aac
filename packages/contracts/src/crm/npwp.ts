// The tax number (PMK 112/2022) has 16 digits: a resident individual's is the NIK, and old numbers
// of 15 digits get a leading 0.

/**
 * The 16 digits of a tax number written with 16 or 15 digits or as 99.999.999.9-999.999; undefined
 * for other formats.
 */
export function normaliseNpwp(given: string): string | undefined {
  const text = given.trim()
  if (/^[0-9]{16}$/.test(text)) return text
  if (/^[0-9]{15}$/.test(text)) return `0${text}`
  if (/^[0-9]{2}\.[0-9]{3}\.[0-9]{3}\.[0-9]-[0-9]{3}\.[0-9]{3}$/.test(text))
    return `0${text.replace(/[.-]/g, '')}`
  return undefined
}
