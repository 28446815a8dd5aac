// The case beside its documents: what is asked about it, the form, accounts, risk profile, consents, history.
import { Checkbox } from 'antd'
import { CircleHelp } from 'lucide-react'
import type { InvestorDetail, InvestorEvent } from '@rmtools/contracts/crm/investors'
import { faultText } from '@rmtools/look/faults'
import { useMemo } from 'react'
import { useSay } from '../../app/language.ts'
import { usePreference } from '../../app/preferences.ts'
import { BankAccounts } from '../BankAccounts.tsx'
import { CaseHistory } from '../CaseHistory.tsx'
import { Consents } from '../Consents.tsx'
import { askedBefore } from '../history.ts'
import { pointerLabel } from '../kyc/labels.ts'
import { KycField } from '../kyc/KycField.tsx'
import { KycView } from '../kyc/KycView.tsx'
import { ShownCaseContext } from '../kyc/shown-case.ts'
import { words as kycWords } from '../kyc/words.ts'
import { RiskProfile } from '../RiskProfile.tsx'
import { words as investorWords } from '../words.ts'
import { words } from './words.ts'
import styles from './review.module.css'

type Props = { investor: InvestorDetail; events: readonly InvestorEvent[] }

/** Lets the fields of a case know whose they are; of one that came back, what was asked for before. */
export function useShown({ id, warnings, returnReasons, status, submittedAt }: InvestorDetail, events: readonly InvestorEvent[]) {
  return useMemo(() => {
    const before = status === 'submitted' ? askedBefore(events).map((one) => ({ ...one, createdAt: submittedAt ?? '' })) : []
    return { id, warnings, returnReasons: returnReasons.length > 0 ? returnReasons : before }
  }, [id, warnings, returnReasons, status, submittedAt, events])
}

export function CaseBody({ investor, events }: Props) {
  const say = useSay()
  const shown = useShown(investor, events)
  const [{ isOn: hidesEmpty }, keep] = usePreference('review.hide-empty', (kept) => ({ isOn: kept['isOn'] === true }))
  return (
    <ShownCaseContext value={shown}>
      <div className={styles['body']}>
        <h2 className="visually-hidden">{say(investorWords.kyc)}</h2>
        <Questions investor={investor} />
        <Checkbox checked={hidesEmpty} onChange={({ target }) => keep({ isOn: target.checked })}>
          {say(kycWords.hideEmpty)}
        </Checkbox>
        <KycView investor={investor} hidesEmpty={hidesEmpty} />
        <Part pointer="/bankAccounts" presets={kycWords.accountReasons}>
          <BankAccounts investor={investor} />
        </Part>
        <Part pointer="/riskProfile" presets={kycWords.riskReasons}>
          <RiskProfile profile={investor.riskProfile} />
        </Part>
        <Part pointer="/consents" presets={kycWords.consentReasons}>
          <Consents consents={investor.consents} />
        </Part>
        <section aria-label={say(investorWords.history)}>
          <h3>{say(investorWords.history)}</h3>
          <CaseHistory id={investor.id} />
        </section>
      </div>
    </ShownCaseContext>
  )
}

function Part({ pointer, presets, children }: Pick<Parameters<typeof KycField>[0], 'pointer' | 'presets' | 'children'>) {
  const say = useSay()
  const label = say(pointerLabel(pointer))
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <dl>
        <KycField pointer={pointer} label={label} presets={presets ?? []} isBare>
          {children}
        </KycField>
      </dl>
    </section>
  )
}

/** What the checks ask, first of all; each leads to its place. */
function Questions({ investor: { warnings } }: { investor: InvestorDetail }) {
  const say = useSay()
  if (warnings.length === 0) return null
  const lead = (pointer: string) => {
    const root = pointer.startsWith('/bankAccounts') ? '/bankAccounts' : pointer
    const place = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(root)}"]`)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector('button')?.focus()
  }
  return (
    <section className={styles['questions']} aria-label={say(words.questions)}>
      <h3>{say(words.questions)}</h3>
      <ul>
        {warnings.map(({ pointer, code }) => (
          <li key={pointer + code}>
            <button type="button" onClick={() => lead(pointer)}>
              <CircleHelp size={14} aria-hidden />
              <span>
                <strong>{say(pointerLabel(pointer))}</strong> · {faultText(code, say.language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
