const browsers = [/Edg\//, /OPR\//, /SamsungBrowser\//, /Firefox\//, /Chrome\//, /Safari\//]
const names = ['Edge', 'Opera', 'Samsung Internet', 'Firefox', 'Chrome', 'Safari']
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
]

/** The browser and its operating system, as shown in the list of devices. */
export function deviceName(): string {
  const { userAgent } = navigator
  const browser = names[browsers.findIndex((pattern) => pattern.test(userAgent))] ?? 'Browser'
  return `${browser}, ${systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Linux'}`
}
