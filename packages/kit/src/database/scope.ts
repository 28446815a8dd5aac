// Who a database transaction works for. Row-level security and the audit triggers read it from transaction-local settings.
import type { SystemRole } from '@rmtools/contracts/endpoint'

/** The signed-in user of a request, as the access token tells. */
export type Actor = {
  readonly userId: string
  readonly sessionId: string
  /** The active company: reads and writes happen there. */
  readonly companyId: string
  /**
   * Companies where the user holds the same role as in the active one; each may be read separately
   * (kit/across.ts).
   */
  readonly companyIds: readonly string[]
  readonly role: SystemRole | (string & {})
  readonly permissions: readonly string[]
  /** Sees the own book only, not that of other RMs. */
  readonly ownOnly: boolean
  readonly deviceId: string | null
  /** When a password or a code was last shown, in milliseconds. */
  readonly factorAt: number
  /** Of the platform's people, let into the company for a while: never counts as one of its own. */
  readonly isGuest?: boolean
}

/** The active company of a transaction. Throws if it has none. */
export function companyOf({ scope }: { readonly scope: Scope }): string {
  if (scope.companyId === null) throw new Error('the transaction works for no company')
  return scope.companyId
}

/** Where a request came from, for the audit trail. */
export type Origin = {
  readonly requestId: string
  readonly ip: string | null
  readonly device: string | null
  /** Who acts when no user does: the holder of a link, otherwise the system. */
  readonly kind?: 'investor'
}

/**
 * The origin of actions without a user; `name` says which part of the system acts, and the trail
 * shows it in place of a request.
 */
export const systemOrigin = (name: string): Origin => ({ requestId: name, ip: null, device: null })
/** Of jobs. */
export const jobOrigin = systemOrigin('job')

export type Scope = {
  /** The one company that is read and written. */
  readonly companyId: string | null
  /** Set: only records of this RM are visible. */
  readonly ownerId: string | null
  readonly userId: string | null
  /** `identity`: sign-in and user administration, which cross companies; sees users and sessions, no business records. */
  readonly realm: 'tenant' | 'identity'
}

/** Sees no tenant's rows and no person's. */
export const nobody: Scope = { companyId: null, ownerId: null, userId: null, realm: 'tenant' }

/** Sign-in, registration and the like, before or beside any company. */
export const identity: Scope = { ...nobody, realm: 'identity' }

/** The scope of a signed-in user. */
export function scopeOf(actor: Actor): Scope {
  const { userId, companyId } = actor
  return { companyId, ownerId: actor.ownOnly ? userId : null, userId, realm: 'tenant' }
}

/** The scope of a signed-in user in another company. Throws where the user does not hold the same role as in the active one. */
export function elsewhere(actor: Actor | null, companyId: string): Scope {
  if (!actor?.companyIds.includes(companyId))
    throw new Error('the actor may not read in this company')
  return { ...scopeOf(actor), companyId }
}

/** The system itself acting for one company: jobs, events from outside, links. */
export function companyScope(companyId: string, realm: Scope['realm'] = 'tenant'): Scope {
  return { companyId, ownerId: null, userId: null, realm }
}

const SETTINGS = [
  'app.company_id',
  'app.owner_id',
  'app.user_id',
  'app.realm',
  'app.origin',
] as const

/** The statement that puts a scope into the settings of the running transaction. */
export const SET_SCOPE = `select ${SETTINGS.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`

/** The parameters of SET_SCOPE. */
export function scopeValues(scope: Scope, origin: Origin): string[] {
  return [
    scope.companyId ?? '',
    scope.ownerId ?? '',
    scope.userId ?? '',
    scope.realm,
    JSON.stringify(origin),
  ]
}
