// Web APIs that Hermes lacks and our shared packages need.
import { keysOf } from '@rmtools/contracts/keys'
import { getRandomValues, randomUUID } from 'expo-crypto'

type MutableCrypto = { randomUUID?: () => string; getRandomValues?: typeof getRandomValues }

const global = globalThis as unknown as { crypto?: MutableCrypto }
global.crypto ??= {}
global.crypto.randomUUID ??= randomUUID
global.crypto.getRandomValues ??= getRandomValues

if (typeof AbortSignal.timeout !== 'function') {
  AbortSignal.timeout = (milliseconds: number) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), milliseconds)
    return controller.signal
  }
}

const minutes = { minute: 60, hour: 3600, day: 86_400 } as const
const named = {
  id: {
    minute: 'menit',
    hour: 'jam',
    day: 'hari',
    ago: 'yang lalu',
    ahead: 'dalam',
    now: 'sekarang',
  },
  en: { minute: 'min', hour: 'h', day: 'd', ago: 'ago', ahead: 'in', now: 'now' },
} as const

/** The part of Intl.RelativeTimeFormat that `formatRelative` needs. */
class ShortRelativeTimeFormat {
  readonly #words: (typeof named)['id' | 'en']
  constructor(locale: string) {
    this.#words = locale.startsWith('id') ? named.id : named.en
  }
  format(value: number, unit: string): string {
    const words = this.#words
    const known = keysOf(minutes).find((one) => one === unit)
    if (value === 0 || !known) return words.now
    const amount = `${Math.abs(value)} ${words[known]}`
    return value < 0 ? `${amount} ${words.ago}` : `${words.ahead} ${amount}`
  }
}
const intl: { RelativeTimeFormat?: unknown } = Intl
intl.RelativeTimeFormat ??= ShortRelativeTimeFormat
