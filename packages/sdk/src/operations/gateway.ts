// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'

export type GatewayCsrfTokenInput = {
}

export type GatewayAppVersionInput = {
}

export type GatewayApi = {
  /** A token for public writes; send it back as X-CSRF-Token together with its cookie */
  csrfToken: Method<GatewayCsrfTokenInput, {
    csrfToken: string
    expiresInSeconds: number
  }>
  /**
   * The least version of the phone’s app that is served, and where the newest one is
   *
   * Answered to apps of every version.
   */
  appVersion: Method<GatewayAppVersionInput, {
    /** null: every version is served */
    least: string | null
    updateUrl: string | null
  }>
}

export const gateway = {
  csrfToken: {"method":"GET","path":"/auth/csrf-token","reply":"json","isPublic":true},
  appVersion: {"method":"GET","path":"/app-version","reply":"json","isPublic":true},
} as const satisfies Operations[string]
