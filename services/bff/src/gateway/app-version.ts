// Which versions of the phone's app this installation still serves. Callers that name no version are not the app: the console, programs
// of others, and phones of 0.1.0, which did not say it yet. For them the API stays as docs/API.md promises.
import { appTooOld, invalidInput, Problem } from '@rmtools/contracts/problem'
import { APP_VERSION_HEADER, isOlder, isVersion } from '@rmtools/contracts/versions'

/** Throws 426 when an app is older than the least version that is served. */
export type AppGate = (headers: Readonly<Record<string, string | string[] | undefined>>) => void

/** The check for an installation; without a least version every app is served. */
export function createAppGate(least: string | null): AppGate {
  return (headers) => {
    const version = headers[APP_VERSION_HEADER]
    if (version === undefined) return
    if (typeof version !== 'string' || !isVersion(version))
      throw new Problem(invalidInput, { detail: 'App-Version is three numbers, as in 1.4.0' })
    if (least !== null && isOlder(version, least))
      throw new Problem(appTooOld, { detail: `Version ${least} or newer is needed` })
  }
}
