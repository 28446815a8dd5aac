import { useCallback, useMemo, useRef } from 'react'
import { documentTypes } from '@rmtools/contracts/crm/documents'
import type { KycContext } from '@rmtools/contracts/crm/kyc-faults'
import type { Problem } from '@rmtools/contracts/problem'
import { today } from '@rmtools/look/format'
import { useCode } from '../base/use-code.ts'
import { useStep } from '../base/use-step.ts'
import { api, type Registration, type Sender, type Submitted } from './api.ts'
import { BankStep } from './BankStep.tsx'
import { DocumentsStep } from './DocumentsStep.tsx'
import { DocumentStep } from './DocumentStep.tsx'
import type { Draft } from './draft.ts'
import { FormStep } from './FormStep.tsx'
import { Overview } from './Overview.tsx'
import { RiskStep } from './RiskStep.tsx'
import { SubmitStep } from './SubmitStep.tsx'
import { documentStep, partsOf, stepsOf } from './steps.ts'
import { useConsents } from './use-consents.ts'
import { useDraft } from './use-draft.ts'
import { useRegions } from './use-lists.ts'
import type { WalkProps } from './walk-props.ts'

type Props = {
  token: string
  first: Registration
  sender: Sender
  onEnded: (problem: Problem, draft: Draft) => void
  onSubmitted: (answer: Submitted) => void
}

/** The steps of an open registration. */
export function Walk({ token, first, sender, onEnded, onSubmitted }: Props) {
  const latest = useRef<Draft | null>(null)
  const end = useRef(onEnded)
  end.current = onEnded
  const ended = useCallback(
    (problem: Problem) => latest.current && end.current(problem, latest.current),
    [],
  )
  const control = useDraft(token, first, ended)
  latest.current = control.draft
  const { known } = control.draft
  const { step, go } = useStep(stepsOf(known))
  const code = useCode(async () => await api.sendCode({ token }))
  const consents = useConsents(known)
  const context = useContext()
  const parts = partsOf(known)
  const at = parts.findIndex(({ id }) => id === step)
  const shared: WalkProps = {
    token,
    sender,
    control,
    parts,
    context,
    go,
    at,
    next: () => go(parts[at + 1]?.id ?? 'submit'),
    back: () => go('overview'),
  }
  const section = parts[at]?.section
  if (section) return <FormStep key={section.id} {...shared} section={section} />
  const type = documentTypes.find((one) => documentStep(one) === step)
  if (type) return <DocumentStep key={type} {...shared} type={type} />
  if (step === 'documents') return <DocumentsStep {...shared} />
  if (step === 'bank') return <BankStep {...shared} />
  if (step === 'risk') return <RiskStep {...shared} />
  if (step === 'submit' || step === 'code')
    return (
      <SubmitStep
        {...shared}
        code={code}
        consents={consents}
        isAtCode={step === 'code' && code.isSent}
        onSubmitted={onSubmitted}
      />
    )
  return <Overview {...shared} />
}

/** What the rules need besides the form; undefined until the provinces are loaded. */
function useContext(): KycContext | undefined {
  const provinces = useRegions('')
  return useMemo(
    () =>
      provinces && {
        today: today(),
        regions: { provinces: new Set(provinces.map(({ code }) => code)) },
      },
    [provinces],
  )
}
