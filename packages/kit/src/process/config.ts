// Each setting is defined once: name, type, embedded default, secrecy. Only main.ts reads
// process.env.

export type Setting<T> = {
  readonly parse: (text: string) => T
  readonly fallback: T | undefined
  /** Never printed; required in production, which refuses development secrets. */
  readonly secret: boolean
  /** Refused in production. */
  readonly developmentOnly: boolean
  /** Must be https in production, unless it is this machine. */
  readonly isPublic: boolean
  /** The fallback suits a developer's machine; production must set it. */
  readonly isEmbedded: boolean
  readonly about: string
}

type Options<T> = {
  fallback?: T
  /** A fallback for development only. */
  embedded?: T
  secret?: boolean
  developmentOnly?: boolean
  isPublic?: boolean
}

function setting<T>(about: string, parse: (text: string) => T, options: Options<T>): Setting<T> {
  const { fallback, embedded, secret = false, developmentOnly = false, isPublic = false } = options
  return {
    about,
    parse,
    fallback: fallback ?? embedded,
    isEmbedded: embedded !== undefined,
    secret,
    developmentOnly,
    isPublic,
  }
}

/** A text setting. */
export function text(about: string, options: Options<string> = {}): Setting<string> {
  return setting(about, (value) => value, options)
}

/** A text setting that matches a pattern. */
export function matching(
  about: string,
  fits: (value: string) => boolean,
  otherwise: string,
  options: Options<string> = {},
): Setting<string> {
  return setting(
    about,
    (value) => {
      if (!fits(value)) throw new Error(otherwise)
      return value
    },
    options,
  )
}

/**
 * A URL setting with one of the given protocols. Errors never show its value, which may contain a
 * password.
 */
export function address(
  about: string,
  protocols: readonly string[],
  options: Options<string> = {},
): Setting<string> {
  return setting(
    about,
    (value) => {
      if (!protocols.some((protocol) => value.startsWith(`${protocol}://`)) || !URL.canParse(value))
        throw new Error(
          `must be an address that starts with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
        )
      return value
    },
    options,
  )
}

export const web = ['https', 'http'] as const
export const postgres = ['postgres', 'postgresql'] as const

/** An integer setting within bounds. */
export function integer(
  about: string,
  min: number,
  max: number,
  options: Options<number> = {},
): Setting<number> {
  return setting(
    about,
    (value) => {
      const number = Number(value)
      if (!Number.isInteger(number) || number < min || number > max)
        throw new Error(`must be a whole number from ${min} to ${max}`)
      return number
    },
    options,
  )
}

/** A comma-separated list setting. */
export function list(
  about: string,
  options: Options<readonly string[]> = {},
): Setting<readonly string[]> {
  return setting(
    about,
    (value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    options,
  )
}

/** A setting with one of a few values. */
export function choice<const T extends string>(
  about: string,
  words: readonly T[],
  options: Options<T> = {},
): Setting<T> {
  return setting(
    about,
    (value) => {
      const word = words.find((one) => one === value)
      if (word === undefined) throw new Error(`must be one of ${words.join(', ')}`)
      return word
    },
    options,
  )
}

/** Makes a setting optional. */
export function optional<T>(inner: Setting<T>): Setting<T | null> {
  return { ...inner, fallback: null, parse: inner.parse }
}

export type Settings = { readonly [name: string]: Setting<unknown> }
export type ConfigOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never
} & {
  readonly production: boolean
}

/** Prefix of secrets for development, so that production can refuse them. */
export const DEVELOPMENT_SECRET = 'development-'

/**
 * Reads the settings from the environment. Throws one error that lists every fault with its remedy.
 */
export function readConfig<S extends Settings>(
  settings: S,
  env: Record<string, string | undefined>,
): ConfigOf<S> {
  const production = env['NODE_ENV'] === 'production'
  const faults: string[] = []
  const values = Object.entries(settings).map(([name, one]) => {
    const { value, wrong } = valueOf(one, env[name] ?? '', production)
    faults.push(...wrong.map((why) => `${name} ${why}`))
    return [name, value]
  })
  if (faults.length > 0)
    throw new Error(`The configuration is not usable:\n  ${faults.join('\n  ')}`)
  return { ...Object.fromEntries(values), production }
}

/** The value of a setting, and the fault of what was given. */
function valueOf(
  one: Setting<unknown>,
  given: string,
  production: boolean,
): { value: unknown; wrong: string[] } {
  const { about, parse, fallback, isEmbedded } = one
  if (given === '') {
    const isMissing = fallback === undefined || (production && isEmbedded)
    return { value: fallback, wrong: isMissing ? [`is missing: ${about}`] : [] }
  }
  const wrong = production ? unfitForProduction(one, given) : []
  try {
    return { value: parse(given), wrong }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'is not valid'
    return { value: fallback, wrong: [...wrong, why] }
  }
}

/** The reason why a value is permitted in development only. */
function unfitForProduction(
  { developmentOnly, secret, isPublic }: Setting<unknown>,
  given: string,
): string[] {
  return [
    ...(developmentOnly ? ['is for development and must not be set'] : []),
    ...(secret && given.includes(DEVELOPMENT_SECRET)
      ? ['is a development secret; set a secret of your own']
      : []),
    ...(isPublic && !isSafeOrigin(given) ? ['must begin with https:// where others reach it'] : []),
  ]
}

/**
 * People's passwords and links never travel in plain text; only this machine may be used without a
 * certificate.
 */
function isSafeOrigin(given: string): boolean {
  if (!URL.canParse(given)) return true
  const { protocol, hostname } = new URL(given)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/**
 * How long a service continues to answer after a stop signal. A complete shutdown takes less than
 * ten seconds.
 */
export const drainMs = integer(
  'how long a stopping program keeps answering while it reports not ready, until balancers route elsewhere',
  0,
  4000,
  {
    fallback: 3000,
  },
)
