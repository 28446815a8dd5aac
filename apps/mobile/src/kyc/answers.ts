// Unsaved edits of the form: which of them can be saved, and what is wrong with the others. Pure.
import {
  faultsIn,
  schemaOf,
  tidy,
  type Fault,
  type Values,
} from '@rmtools/contracts/crm/kyc-values'
import { isMasked, type InvestorKind } from '@rmtools/contracts/crm/kyc'
import { invalidFields } from '@rmtools/contracts/crm/kyc-rules'
import type { KycContext } from '@rmtools/contracts/crm/kyc-faults'
import { missingOf } from '@rmtools/contracts/crm/kyc-form'
import type { SeenCase } from '../investors/rules.ts'

/** The values of a case without the unsaved edits. */
export function formOf({
  kind,
  individual,
  institutional,
}: Pick<SeenCase, 'kind' | 'individual' | 'institutional'>): Values {
  return (kind === 'individual' ? individual : institutional) ?? {}
}

/** The faults of the edits by field name; their pointers start at the field. */
export function faultsOfEdits(
  kind: InvestorKind,
  form: Values,
  edits: Values,
  context: KycContext,
): ReadonlyMap<string, readonly Fault[]> {
  const refused = invalidFields(kind, { ...form, ...edits }, context)
  return new Map(
    Object.entries(edits).map(([name, value]) => {
      const own = faultsIn(schemaOf(kind, name), tidy(value))
      const rules = refused
        .filter(
          ({ pointer }) =>
            pointer === `/${kind}/${name}` || pointer.startsWith(`/${kind}/${name}/`),
        )
        .map(({ pointer, code }) => ({ pointer: pointer.slice(`/${kind}/${name}`.length), code }))
      return [name, [...own, ...rules]]
    }),
  )
}

/**
 * The edits that can be saved, in the format of the contract; not those that are unchanged or only
 * show a mask.
 */
export function saveable(
  kind: InvestorKind,
  form: Values,
  edits: Values,
  context: KycContext,
): Record<string, unknown> {
  const faults = faultsOfEdits(kind, form, edits, context)
  return Object.fromEntries(
    Object.entries(edits)
      .filter(([name, value]) => (faults.get(name) ?? []).length === 0 && !isMasked(value))
      .map(([name, value]) => [name, tidy(value)] as const)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(form[name] ?? null)),
  )
}

/** The edits that remain after some were saved. */
export function withoutSaved(
  edits: Values,
  saved: Values,
  saveableNames: readonly string[],
): Record<string, unknown> {
  const isDone = (name: string, value: unknown) =>
    saveableNames.includes(name) && JSON.stringify(value) === JSON.stringify(saved[name])
  return Object.fromEntries(Object.entries(edits).filter(([name, value]) => !isDone(name, value)))
}

/** The faults shown for a field: those of its unsaved edit, or else what the case still lacks. */
export function faultsOfField(
  seen: SeenCase,
  name: string,
  typed: readonly Fault[] | undefined,
): Fault[] {
  if (typed) return [...typed]
  const start = `/${seen.kind}/${name}`
  return missingOf(seen.missing, seen.kind, [name]).map(({ pointer, code }) => ({
    pointer: pointer.slice(start.length),
    code,
  }))
}
