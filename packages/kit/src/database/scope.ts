// For whom a database transaction works. Row-level security and the audit triggers read it from
// transaction-local settings.
import type { SystemRole } from '@rmtools/contracts/endpoint'

/** The signed-in user of a request, from the access token. */
export type Actor = {
  readonly userId: string
  readonly sessionId: string
  /** The active company: reads and writes happen there. */
  readonly companyId: string
  /**
   * Companies in which the user holds the same role as in the active one; each may be read
   * separately (kit/across.ts).
   */
  readonly companyIds: readonly string[]
  readonly role: SystemRole | (string & {})
  readonly permissions: readonly string[]
  /** Sees only the own book, not that of other RMs. */
  readonly ownOnly: boolean
  readonly deviceId: string | null
  /** When a password or a code was last shown, in milliseconds. */
  readonly factorAt: number
  /**
   * A member of the platform's staff with temporary access to the company; never counts as one of
   * its users.
   */
  readonly isGuest?: boolean
}

/** The active company of a transaction. Throws if there is none. */
export function companyOf({ scope }: { readonly scope: Scope }): string {
  if (scope.companyId === null) throw new Error('the transaction has no company')
  return scope.companyId
}

/** The source of a request, for the audit trail. */
export type Origin = {
  readonly requestId: string
  readonly ip: string | null
  readonly device: string | null
  /** Who acts when no user does: the holder of a link, otherwise the system. */
  readonly kind?: 'investor'
}

/**
 * The origin of actions without a user; `name` is the part of the system that acts, which the trail
 * shows in place of a request.
 */
export const systemOrigin = (name: string): Origin => ({ requestId: name, ip: null, device: null })
/** The origin of jobs. */
export const jobOrigin = systemOrigin('job')

export type Scope = {
  /** The only company that is read and written. */
  readonly companyId: string | null
  /** If set, only records of this RM are visible. */
  readonly ownerId: string | null
  readonly userId: string | null
  /**
   * `identity`: sign-in and user administration, which cross companies; sees users and sessions but
   * no business records.
   */
  readonly realm: 'tenant' | 'identity'
}

/** Sees no rows of any tenant or person. */
export const nobody: Scope = { companyId: null, ownerId: null, userId: null, realm: 'tenant' }

/** Sign-in, registration and the like, which are not bound to a company. */
export const identity: Scope = { ...nobody, realm: 'identity' }

/** The scope of a signed-in user. */
export function scopeOf(actor: Actor): Scope {
  const { userId, companyId } = actor
  return { companyId, ownerId: actor.ownOnly ? userId : null, userId, realm: 'tenant' }
}

/**
 * The scope of a signed-in user in another company. Throws unless the user holds the same role
 * there.
 */
export function elsewhere(actor: Actor | null, companyId: string): Scope {
  if (!actor?.companyIds.includes(companyId))
    throw new Error('the actor may not read in this company')
  return { ...scopeOf(actor), companyId }
}

/** The system acting for one company: jobs, events from outside, links. */
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

/** The statement that applies a scope to the running transaction's settings. */
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
