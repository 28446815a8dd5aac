// Secrets that a key management service holds. A setting carries the secret wrapped by a key that never leaves the service; a program
// has it unwrapped once, at its start, and keeps it in memory alone. A setting without the name of a service is the secret itself.
import { setTimeout as pause } from 'node:timers/promises'
import { googleKms } from './google-kms.ts'
import { isWrapped, KeyHolderError } from './key-holder.ts'
import type { Logger } from '../process/log.ts'

export type Unwrapping = {
  /** Where Google Cloud KMS is. */
  kmsUrl: string
  log?: Logger
  /** How long each try may take, and how long the first pause is; each further one is twice as long. */
  callMs?: number
  pauseMs?: number
}

const TRIES = 5
const CALL_MS = 5000
const PAUSE_MS = 500
const GOOGLE =
  /^gcp-kms:(?<key>projects\/[\w.:-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+):(?<wrapped>[A-Za-z0-9+/]+=*)$/
const GOOGLE_KEY = /^projects\/[\w.:-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/

/** Gives the setting that carries a secret wrapped by a key of Google Cloud KMS. Throws what the service says. */
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
 * Gives the secret of a setting. A service that is down or slow is asked five times; throws, naming the setting, when it does not answer
 * by then, refuses, or has another key.
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
        'the key management service is asked again',
      )
      await pause(pauseMs * 2 ** (attempt - 1))
    }
}
