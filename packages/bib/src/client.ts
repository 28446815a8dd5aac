// The client of Bib's APIs. One pool, breaker and bulkhead serve all tenants: it is one system that is up or down.
import { client, type Client, type Send } from '@rmtools/contracts/client'
import { createOutbound, type BreakerState, type OutboundConfig } from '@rmtools/kit/outbound'
import { internal } from './internal.ts'
import { partner } from './partner.ts'

export type TenantBib = { partner: Client<typeof partner>; internal: Client<typeof internal> }
export type Bib = TenantBib & {
  /** The same connection, acting for another company. */
  forTenant: (code: string) => TenantBib
  breakerState: () => BreakerState
  close: () => Promise<void>
}
export type BibLimits = Omit<OutboundConfig, 'baseUrl' | 'headers'>

/** Opens the way to Bib as the company `tenant` (its code at Bib). Calls throw Problems as `createOutbound` says. */
export function createBib(config: { baseUrl: string; apiKey: string; tenant: string }, limits: BibLimits = {}): Bib {
  const outbound = createOutbound({
    ...limits,
    baseUrl: config.baseUrl,
    headers: { authorization: `Bearer ${config.apiKey}` },
  })
  const tenants = new Map<string, TenantBib>()

  function forTenant(code: string): TenantBib {
    const known = tenants.get(code)
    if (known) return known
    const send: Send = (request, spec) => outbound.send({ ...request, headers: { ...request.headers, 'x-tenant': code } }, spec)
    const made = { partner: client(partner, send), internal: client(internal, send) }
    tenants.set(code, made)
    return made
  }

  return {
    ...forTenant(config.tenant),
    forTenant,
    breakerState: outbound.breakerState,
    close: outbound.close,
  }
}
