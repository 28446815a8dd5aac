// Each setting is written once: name, type, embedded default, secrecy. Only main.ts reads process.env.

export type Setting<T> = {
  readonly parse: (text: string) => T
  readonly fallback: T | undefined
  /** Never printed; in production it must be given and must not be a development one. */
  readonly secret: boolean
  /** Refused in production. */
  readonly developmentOnly: boolean
  /** In production it must be https, unless it is this machine. */
  readonly isPublic: boolean
  /** The fallback suits a developer's machine; production must set it. */
  readonly isEmbedded: boolean
  readonly about: string
}

type Options<T> = {
  fallback?: T
  /** A fallback for development alone. */
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

/** A setting that is text. */
export function text(about: string, options: Options<string> = {}): Setting<string> {
  return setting(about, (value) => value, options)
}

/** A setting that is text of a certain form. */
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
 * A setting that is an address of one of the protocols. Errors never show its value, which may
 * contain a password.
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
          `must be an address that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
        )
      return value
    },
    options,
  )
}

export const web = ['https', 'http'] as const
export const postgres = ['postgres', 'postgresql'] as const

/** A setting that is a whole number within bounds. */
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

/** A setting that is a list of words, separated by commas. */
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

/** A setting that is one of a few words. */
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

/** A setting that may be left out altogether. */
export function optional<T>(inner: Setting<T>): Setting<T | null> {
  return { ...inner, fallback: null, parse: inner.parse }
}

export type Settings = { readonly [name: string]: Setting<unknown> }
export type ConfigOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never
} & {
  readonly production: boolean
}

/** Marks secrets made for development, so that production can refuse them. */
export const DEVELOPMENT_SECRET = 'development-'

/** Reads the settings from the environment. Throws one error that lists every fault with its remedy. */
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

/** The value of a setting, and what is wrong with what was given. */
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

/** Why a value may be used in development only. */
function unfitForProduction(
  { developmentOnly, secret, isPublic }: Setting<unknown>,
  given: string,
): string[] {
  return [
    ...(developmentOnly ? ['is for development and must not be set'] : []),
    ...(secret && given.includes(DEVELOPMENT_SECRET)
      ? ['is a development secret; give a real one']
      : []),
    ...(isPublic && !isSafeOrigin(given) ? ['must begin with https:// where others reach it'] : []),
  ]
}

/** People's passwords and links never travel in the clear; this machine alone may try itself without a certificate. */
function isSafeOrigin(given: string): boolean {
  if (!URL.canParse(given)) return true
  const { protocol, hostname } = new URL(given)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/**
 * How long a service keeps answering after a stop signal. The whole stop takes less than ten
 * seconds.
 */
export const drainMs = integer(
  'how long a stopping program keeps answering while it reports not ready, until balancers route elsewhere',
  0,
  4000,
  {
    fallback: 3000,
  },
)
