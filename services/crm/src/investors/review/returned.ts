// The parts that a reviewer returned, with their values then and now: the reviewer sees what was
// changed and what came back unchanged.
import type { InvestorDetail, ReturnedPart } from '@rmtools/contracts/crm/investor-cases'
import type { Db } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { openNumber } from '../bank-accounts/capture.ts'
import type { CaseParts } from '../case/parts.ts'
import type { KycCase } from '../queries.ts'
import { reasonsOfLastReturn, type NewReason } from './queries.ts'

/** A case with its parts, and its form for display. */
export type Returned = {
  investor: KycCase
  parts: CaseParts
  shown: Pick<InvestorDetail, 'individual' | 'institutional'>
}
type Ports = Pick<CrmPorts, 'sealer'>

/** Reasons with the current values of their parts. */
export function withValues(
  given: readonly { pointer: string; reason: string }[],
  at: Returned,
  ports: Ports,
): NewReason[] {
  return given.map((one) => ({
    ...one,
    was: shownAt(one.pointer, at),
    wasHash: hashAt(one.pointer, at, ports),
  }))
}

/** The parts of the last return; empty for a case that was never returned. */
export async function lastReturnOf(db: Db, at: Returned, ports: Ports): Promise<ReturnedPart[]> {
  const reasons = await reasonsOfLastReturn(db, at.investor.id)
  return reasons.map(({ wasHash, was, ...one }) => ({
    ...one,
    was: was ?? null,
    now: shownAt(one.pointer, at),
    isChanged: wasHash === null ? null : !hashAt(one.pointer, at, ports).equals(wasHash),
  }))
}

/** The value of a part, masked as everywhere; null for parts without text, such as documents. */
function shownAt(pointer: string, { investor, parts, shown }: Returned): unknown {
  const [, root = '', name = ''] = pointer.split('/')
  if (root === investor.kind)
    return new Map<string, unknown>(Object.entries(shown[investor.kind] ?? {})).get(name) ?? null
  if (root === 'bankAccounts')
    return parts.bankAccounts.map((one) => `${one.bankName} ${one.number} a.n. ${one.holderName}`)
  if (root === 'riskProfile' && parts.riskProfile) return `${parts.riskProfile.band} / 5`
  return null
}

function hashAt(pointer: string, at: Returned, { sealer }: Ports): Buffer {
  return sealer.index(
    `returned:${at.investor.id}:${pointer}:${JSON.stringify(ordered(inFull(pointer, at, { sealer })))}`,
  )
}

/** The full value of a part: documents by their content, answers by their ids. */
function inFull(pointer: string, { investor, parts }: Returned, ports: Ports): unknown {
  const [, root = '', name = ''] = pointer.split('/')
  if (root === investor.kind) return parts.form[name] ?? null
  if (root === 'documents')
    return parts.documents
      .filter(({ type, status }) => type === name && status === 'stored')
      .map(({ id, sha256 }) => [id, sha256])
  if (root === 'bankAccounts')
    return parts.bankAccounts.map((one) => [one.bankCode, openNumber(one, ports), one.holderName])
  if (root === 'riskProfile') return parts.riskProfile?.id ?? null
  return parts.consents.map(({ id, withdrawnAt }) => [id, withdrawnAt])
}

/** Sorts members, so that their original order does not matter. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, ordered(part)])
}
