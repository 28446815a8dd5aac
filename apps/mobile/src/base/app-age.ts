// Whether the server still serves this version of the app.
import type { Send, WireReply } from '@rmtools/contracts/client'
import { appTooOld } from '@rmtools/contracts/problem'
import { APP_VERSION_HEADER } from '@rmtools/contracts/versions'
import app from '../../app.json'
import { createStore } from './store.ts'

/** The version of this app, as shown in the app stores. */
export const appVersion: string = app.expo.version

/** The header that reports the app's version with every request. */
export const appHeaders = (): Record<string, string> => ({ [APP_VERSION_HEADER]: appVersion })

/**
 * Set by the first answer that reports an outdated app; from then on the app shows one screen and
 * sends nothing.
 */
export const tooOld = createStore(false)

/** Checks every answer for a report that the app is outdated. */
export const watchingAge =
  (send: Send): Send =>
  async (request, spec) => {
    const reply = await send(request, spec)
    noteAge(reply)
    return reply
  }

/** Notes whether an answer refuses the request because the app is outdated. */
export function noteAge({ status, body }: Pick<WireReply, 'status' | 'body'>): void {
  if (status === appTooOld.status && new TextDecoder().decode(body).includes(appTooOld.code))
    tooOld.set(true)
}
