// Whether the server still serves this version of the app.
import type { Send, WireReply } from '@rmtools/contracts/client'
import { appTooOld } from '@rmtools/contracts/problem'
import { APP_VERSION_HEADER } from '@rmtools/contracts/versions'
import app from '../../app.json'
import { createStore } from './store.ts'

/** The version of this app, as the stores show it. */
export const appVersion: string = app.expo.version

/** What every request says of the app. */
export const appHeaders = (): Record<string, string> => ({ [APP_VERSION_HEADER]: appVersion })

/** Becomes true with the first answer that says so; the app then shows one screen and sends nothing. */
export const tooOld = createStore(false)

/** Looks at what every answer says of the age of the app. */
export const watchingAge =
  (send: Send): Send =>
  async (request, spec) => {
    const reply = await send(request, spec)
    if (saysTooOld(reply)) tooOld.set(true)
    return reply
  }

/** Whether an answer refuses the app for its age. */
export function saysTooOld({ status, body }: Pick<WireReply, 'status' | 'body'>): boolean {
  return status === appTooOld.status && new TextDecoder().decode(body).includes(appTooOld.code)
}
