import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppState } from 'react-native'
import { stillAsTyped, type Values } from '@rmtools/contracts/crm/kyc-values'
import { cleaned, prefillsFor } from '@rmtools/contracts/crm/kyc-prefill'
import { saveAnswers } from '../investors/local.ts'
import type { CaseContext, SeenCase } from '../investors/rules.ts'
import { useDraft } from '../sync/draft.ts'
import { faultsOfEdits, formOf, saveable, withoutSaved } from './answers.ts'

const SAVE_AFTER_MS = 700

/**
 * The form's state while the RM types. Every edit is stored on the device within a moment; valid
 * ones go into the outbox when the RM pauses, leaves a field, or the app moves to the background.
 */
export function useAnswers(seen: SeenCase, context: CaseContext) {
  const { value, isReady, set, current } = useEdits(seen.id)
  const known = formOf(seen)
  const [asTyped, setAsTyped] = useState<Values>({})
  const form = useMemo(
    () => ({ ...known, ...stillAsTyped(seen.kind, known, asTyped), ...value.edits }),
    [seen.kind, known, asTyped, value.edits],
  )
  const faults = useMemo(
    () => faultsOfEdits(seen.kind, known, value.edits, context),
    [seen.kind, known, value.edits, context],
  )
  const latest = useRef({ seen, known, context })
  latest.current = { seen, known, context }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const { seen: of, known: before, context: rules } = latest.current
    const edits = current.current
    const ready = saveable(of.kind, before, edits, rules)
    if (Object.keys(ready).length > 0) await saveAnswers(of, ready)
    const settled = Object.keys(edits).filter(
      (name) =>
        name in ready ||
        JSON.stringify(before[name] ?? null) === JSON.stringify(edits[name] ?? null),
    )
    if (settled.length > 0) set(withoutSaved(current.current, edits, settled))
  }, [current, set])

  useEffect(() => {
    const subscription = AppState.addEventListener('change', () => void flush())
    return () => {
      subscription.remove()
      void flush()
    }
  }, [flush])

  const type = (name: string, typed: unknown) => {
    const clean = cleaned(name, typed)
    const isOpen = (other: string) =>
      seen.openFields === null || seen.openFields.includes(`/${seen.kind}/${other}`)
    const more = Object.entries(prefillsFor(name, clean, form, context)).filter(([other]) =>
      isOpen(other),
    )
    const changed = { [name]: clean, ...Object.fromEntries(more) }
    set({ ...current.current, ...changed })
    setAsTyped((before) => ({ ...before, ...changed }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS)
  }
  return { form, faults, isReady, type, flush }
}

/** The unsaved edits, stored on the device. */
function useEdits(id: string) {
  const { value, isReady, set: keep } = useDraft<{ edits: Values }>(`kyc/${id}`, { edits: {} })
  const current = useRef(value.edits)
  current.current = value.edits
  const set = useCallback(
    (edits: Values) => {
      current.current = edits
      keep({ edits })
    },
    [keep],
  )
  return { value, isReady, set, current }
}
