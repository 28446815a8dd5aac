// The client of Bib's APIs. One pool, breaker and bulkhead serve all tenants, because Bib is up or
// down for all of them at once.
import { client, type Client, type Send } from '@rmtools/contracts/client'
import { factSheetMissing } from '@rmtools/contracts/bff/products'
import { Problem, upstreamInvalid } from '@rmtools/contracts/problem'
import { createOutbound, type BreakerState, type OutboundConfig } from '@rmtools/kit/outbound'
import { internal } from './internal.ts'
import { partner } from './partner.ts'

export type TenantBib = { partner: Client<typeof partner>; internal: Client<typeof internal> }
export type Bib = TenantBib & {
  /** The same connection on behalf of another company. */
  forTenant: (code: string) => TenantBib
  /**
   * A product's fact sheet. Throws fact-sheet-missing for a URL outside Bib's own origin: Bib's
   * data must not make us call another system.
   */
  factSheet: (url: string) => Promise<Uint8Array>
  breakerState: () => BreakerState
  close: () => Promise<void>
}
export type BibLimits = Omit<OutboundConfig, 'baseUrl' | 'headers'>

const MAX_FACT_SHEET_BYTES = 5 * 1024 * 1024
const PDF = Buffer.from('%PDF-')
// Bib gives the URL with the product.
const factSheetSpec = {
  method: 'GET',
  path: '/',
  summary: 'A fact sheet',
  access: 'public',
  produces: 'application/pdf',
} as const

/**
 * A client of Bib for the company `tenant` (its code at Bib). Calls throw the Problems of
 * `createOutbound`.
 */
export function createBib(
  config: { baseUrl: string; apiKey: string; tenant: string },
  limits: BibLimits = {},
): Bib {
  const outbound = createOutbound({
    ...limits,
    baseUrl: config.baseUrl,
    headers: { authorization: `Bearer ${config.apiKey}` },
  })
  const tenants = new Map<string, TenantBib>()

  function forTenant(code: string): TenantBib {
    const known = tenants.get(code)
    if (known) return known
    const send: Send = (request, spec) =>
      outbound.send({ ...request, headers: { ...request.headers, 'x-tenant': code } }, spec)
    const made = { partner: client(partner, send), internal: client(internal, send) }
    tenants.set(code, made)
    return made
  }

  const base = new URL(config.baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')

  async function factSheet(url: string): Promise<Uint8Array> {
    const wanted = new URL(url)
    if (wanted.origin !== base.origin || !wanted.pathname.startsWith(`${prefix}/`))
      throw new Problem(factSheetMissing)
    const path = wanted.pathname.slice(prefix.length) + wanted.search
    const reply = await outbound.send(
      { method: 'GET', url: path, headers: { accept: factSheetSpec.produces } },
      factSheetSpec,
    )
    if (reply.status >= 400) throw new Problem(factSheetMissing)
    if (
      reply.body.length > MAX_FACT_SHEET_BYTES ||
      !Buffer.from(reply.body.subarray(0, PDF.length)).equals(PDF)
    )
      throw new Problem(upstreamInvalid, { detail: 'The fact sheet is not a PDF, or is too large' })
    return reply.body
  }

  return {
    ...forTenant(config.tenant),
    forTenant,
    factSheet,
    breakerState: outbound.breakerState,
    close: outbound.close,
  }
}
