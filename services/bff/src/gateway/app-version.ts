// Which versions of the mobile app this installation still serves. Callers that send no version are
// not subject to this: the console, third-party programs, and apps of version 0.1.0, which did not
// send it yet. For them the API stays as docs/API.md promises.
import { appTooOld, invalidInput, Problem } from '@rmtools/contracts/problem'
import { APP_VERSION_HEADER, isOlder, isVersion } from '@rmtools/contracts/versions'

/** Throws 403 if an app is older than the minimum version. */
export type AppGate = (headers: Readonly<Record<string, string | string[] | undefined>>) => void

/** The check of an installation; without a minimum version every app is served. */
export function createAppGate(least: string | null): AppGate {
  return (headers) => {
    const version = headers[APP_VERSION_HEADER]
    if (version === undefined) return
    if (typeof version !== 'string' || !isVersion(version))
      throw new Problem(invalidInput, { detail: 'App-Version is three numbers, e.g. 1.4.0' })
    if (least !== null && isOlder(version, least))
      throw new Problem(appTooOld, { detail: `Version ${least} or newer is needed` })
  }
}
