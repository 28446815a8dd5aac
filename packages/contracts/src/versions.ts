// Versions of the mobile app, as in 1.4.0, and their order.

/** The header in which the app sends its version with every request. */
export const APP_VERSION_HEADER = 'app-version'

const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/

/** Whether a text is a version of three numbers. */
export const isVersion = (text: string): boolean => VERSION.test(text)

/** Whether one version precedes another. Both must be versions. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(than)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0)
}

function numbersOf(version: string): number[] {
  const match = VERSION.exec(version)
  if (!match) throw new Error(`'${version}' is not a version like 1.4.0`)
  return match.slice(1).map(Number)
}
