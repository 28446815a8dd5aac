import { useEffect, useRef, useState } from 'react'
import { faultText } from '@rmtools/look/faults'
import { useSpeech } from '../base/language.tsx'
import { Page } from '../ui/Page.tsx'
import { faultsOf, shownForm } from './draft.ts'
import { FieldOf } from './FieldOf.tsx'
import { FaultSummary } from './FaultSummary.tsx'
import { PartFoot } from './PartFoot.tsx'
import { cleaned, prefillsFor, questionsOf } from '@rmtools/contracts/crm/kyc-prefill'
import { SaveState } from './SaveState.tsx'
import type { Fault } from '@rmtools/contracts/crm/kyc-values'
import { applies, missingOf, requiredNames } from '@rmtools/contracts/crm/kyc-form'
import type { Section } from './sections.ts'
import type { DraftControl } from './use-draft.ts'
import type { WalkProps } from './walk-props.ts'
import { words } from './words.ts'

/** A part of the form. */
export function FormStep({
  control,
  parts,
  context,
  section,
  at,
  next,
  back,
  sender,
}: WalkProps & { section: Section }) {
  const { language, say } = useSpeech()
  const { draft, type, flush } = control
  const { kind, returnReasons, openFields } = draft.known
  const form = shownForm(draft)
  const [isChecked, setChecked] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const fields = section.fields.filter((name) => applies(kind, name, form))
  const needed = context ? requiredNames(kind, form, context) : new Set<string>()
  const questions = questionsOf(kind, form, context)
  const all = fields.map((name) => ({ name, faults: allFaults(draft, name) }))
  const shown = (name: string, faults: readonly Fault[]) =>
    isChecked || left.has(name) ? faults : draft.refused.filter((one) => faults.includes(one))
  const faulty = all.filter(({ faults }) => faults.length > 0)

  const change = (name: string) => (value: unknown) => {
    const clean = cleaned(name, value)
    type(name, clean)
    const more = prefillsFor(name, clean, form, context)
    for (const [other, known] of Object.entries(more))
      if (openFields === null || openFields.includes(`/${kind}/${other}`)) type(other, known)
  }
  const leave = (name: string) => () => {
    setLeft(new Set([...left, name]))
    void flush()
  }
  const { proceed, summary, isLeaving } = useLeaving(control, {
    hasFaults: faulty.length > 0,
    next,
  })
  const leaveChecked = () => {
    setChecked(true)
    void proceed()
  }
  return (
    <Page
      company={sender.companyName}
      eyebrow={say(words.step(at + 1, parts.length))}
      title={say(section.title)}
      progress={{ at: at + 1, of: parts.length }}
      foot={<PartFoot onBack={back} onNext={leaveChecked} isBusy={isLeaving} />}
    >
      {isChecked && faulty.length > 0 && (
        <FaultSummary ref={summary} kind={kind} faulty={faulty} onLater={next} />
      )}
      {fields.map((name) => {
        const question = questions.get(name)
        return (
          <FieldOf
            key={name}
            kind={kind}
            name={name}
            value={form[name]}
            onChange={change(name)}
            onLeave={leave(name)}
            faults={shown(name, all.find((one) => one.name === name)?.faults ?? [])}
            question={question === undefined ? undefined : faultText(question, language)}
            reason={returnReasons.find(({ pointer }) => pointer === `/${kind}/${name}`)?.reason}
            isRequired={needed.has(name)}
            newItem={newItems[name] ?? {}}
          />
        )
      })}
      <SaveState control={control} />
    </Page>
  )
}

/**
 * Saves, then continues if there are no faults, or moves to the first one; offline, the user
 * continues anyway.
 */
function useLeaving(
  { flush, saving }: DraftControl,
  { hasFaults, next }: { hasFaults: boolean; next: () => void },
) {
  const summary = useRef<HTMLDivElement>(null)
  const [leaving, setLeaving] = useState<'no' | 'saving' | 'saved'>('no')
  useEffect(() => {
    // Decided after the server's reply has been merged into the draft.
    if (leaving !== 'saved') return
    setLeaving('no')
    if (!hasFaults || saving === 'failed') next()
    else summary.current?.focus()
  }, [leaving, hasFaults, saving, next])
  const proceed = async () => {
    setLeaving('saving')
    await flush()
    setLeaving('saved')
  }
  return { proceed, summary, isLeaving: leaving === 'saving' }
}

/** The faults of the input, otherwise those reported by the server. */
function allFaults(draft: Parameters<typeof faultsOf>[0], name: string): Fault[] {
  const own = faultsOf(draft, name)
  return own.length > 0 || name in draft.edits
    ? own
    : missingOf(draft.known.missing, draft.known.kind, [name])
}

/** Defaults that fit most new entries. */
const newItems: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  taxResidences: { country: 'ID' },
  beneficialOwners: { nationality: 'ID' },
}
