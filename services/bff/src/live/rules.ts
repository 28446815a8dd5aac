// Who may receive a change.
import { users } from '@rmtools/contracts/auth/users'
import { isChangeKind, type ChangeKind } from '@rmtools/contracts/bff/live'
import { products } from '@rmtools/contracts/bff/products'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { investors } from '@rmtools/contracts/crm/investors'
import { leads } from '@rmtools/contracts/crm/leads'
import { plans } from '@rmtools/contracts/crm/plans'
import { outbox } from '@rmtools/contracts/crm/outbox'
import type { Notice } from '@rmtools/contracts/notices'
import type { Actor } from '@rmtools/kit/scope'

/** Users who may read a record may learn that it changed. */
const permissions: Readonly<Record<ChangeKind, string | null>> = {
  // Sent only to its recipient.
  notification: null,
  lead: leads.get.access.permission,
  investor: investors.get.access.permission,
  instruction: instructions.get.access.permission,
  plan: plans.get.access.permission,
  product: products.get.access.permission,
  nav: products.navs.access.permission,
  user: users.get.access.permission,
  outbox: outbox.list.access.permission,
}

/** Whether an actor may learn of a change: only if row-level security would show the record. */
export function mayReceive(actor: Actor, { audience, companyId, userIds, kind }: Notice): boolean {
  if (audience === 'person') return userIds.includes(actor.userId)
  const permission = isChangeKind(kind) ? permissions[kind] : null
  if (permission === null || !actor.permissions.includes(permission)) return false
  if (audience === 'everyone') return true
  if (companyId === null || !actor.companyIds.includes(companyId)) return false
  return audience === 'company' || !actor.ownOnly || userIds.includes(actor.userId)
}
