// Secrets that a key management service protects. A setting holds the secret wrapped by a key that
// never leaves the service; a program has it unwrapped once, at its start, and keeps it only in
// memory. A setting without a service's prefix is the secret itself.
import { setTimeout as pause } from 'node:timers/promises'
import { googleKms } from './google-kms.ts'
import { isWrapped, KeyHolderError } from './key-holder.ts'
import type { Logger } from '../process/log.ts'

export type Unwrapping = {
  /** URL of Google Cloud KMS. */
  kmsUrl: string
  log?: Logger
  /** The time limit of each try, and the first pause, which doubles after each try. */
  callMs?: number
  pauseMs?: number
}

const TRIES = 5
const CALL_MS = 5000
const PAUSE_MS = 500
const GOOGLE =
  /^gcp-kms:(?<key>projects\/[\w.:-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+):(?<wrapped>[A-Za-z0-9+/]+=*)$/
const GOOGLE_KEY = /^projects\/[\w.:-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/

/**
 * The setting that holds a secret wrapped by a key of Google Cloud KMS. Throws the service's error.
 */
export async function wrapSecret(
  key: string,
  secret: string,
  { kmsUrl, callMs = CALL_MS }: Unwrapping,
): Promise<string> {
  if (!GOOGLE_KEY.test(key))
    throw new Error('The key is named projects/…/locations/…/keyRings/…/cryptoKeys/…')
  return `gcp-kms:${key}:${await googleKms({ key, url: kmsUrl, callMs }).wrap(secret)}`
}

/**
 * The secret of a setting. A service that is down or slow is tried five times. Throws, naming the
 * setting, if it does not answer by then, refuses, or has another key.
 */
export async function unwrapSecret(
  setting: string,
  value: string,
  unwrapping: Unwrapping,
): Promise<string> {
  if (!isWrapped(value)) return value
  const { key = '', wrapped = '' } = GOOGLE.exec(value)?.groups ?? {}
  if (!key)
    throw new Error(
      `${setting} is not of the form gcp-kms:projects/…/locations/…/keyRings/…/cryptoKeys/…:base64`,
    )
  const { kmsUrl, log, callMs = CALL_MS, pauseMs = PAUSE_MS } = unwrapping
  const holder = googleKms({ key, url: kmsUrl, callMs })
  for (let attempt = 1; ; attempt++)
    try {
      return await holder.unwrap(wrapped)
    } catch (error) {
      if (!(error instanceof KeyHolderError)) throw error
      if (!error.isPassing || attempt === TRIES)
        throw new Error(`${setting} could not be unwrapped with ${key}: ${error.message}`, {
          cause: error,
        })
      log?.warn(
        { setting, key, attempt, reason: error.message },
        'the key management service failed; trying again',
      )
      await pause(pauseMs * 2 ** (attempt - 1))
    }
}
