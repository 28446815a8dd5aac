// The case beside its documents: findings, form, accounts, risk profile, consents, history.
import { Checkbox } from 'antd'
import { CircleEqual, CircleHelp, PencilLine } from 'lucide-react'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { faultText } from '@rmtools/look/faults'
import { useMemo } from 'react'
import { useSay } from '../../base/language.ts'
import { usePreference } from '../../base/preferences.ts'
import { BankAccounts } from '../BankAccounts.tsx'
import { CaseHistory } from '../CaseHistory.tsx'
import { Consents } from '../Consents.tsx'
import { pointerLabel } from '../kyc/labels.ts'
import { KycField } from '../kyc/KycField.tsx'
import { KycView } from '../kyc/KycView.tsx'
import { returnedOf, ShownCaseContext } from '../kyc/shown-case.ts'
import { words as kycWords } from '../kyc/words.ts'
import { RiskProfile } from '../RiskProfile.tsx'
import { words as investorWords } from '../words.ts'
import { words } from './words.ts'
import styles from './review.module.css'

type Props = { investor: InvestorDetail }

/** Provides the case to its fields; after resubmission, with the earlier reasons. */
export function useShown(investor: InvestorDetail) {
  return useMemo(
    () => ({ id: investor.id, warnings: investor.warnings, returned: returnedOf(investor) }),
    [investor],
  )
}

export function CaseBody({ investor }: Props) {
  const say = useSay()
  const shown = useShown(investor)
  const [{ isOn: hidesEmpty }, keep] = usePreference('review.hide-empty', (kept) => ({
    isOn: kept['isOn'] === true,
  }))
  return (
    <ShownCaseContext value={shown}>
      <div className={styles['body']}>
        <h2 className="visually-hidden">{say(investorWords.kyc)}</h2>
        <Questions investor={investor} />
        <CameBack investor={investor} />
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

function Part({
  pointer,
  presets,
  children,
}: Pick<Parameters<typeof KycField>[0], 'pointer' | 'presets' | 'children'>) {
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

function lead(pointer: string): void {
  const root = pointer.startsWith('/bankAccounts') ? '/bankAccounts' : pointer
  const field = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(root)}"]`)
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector('button')?.focus()
}

/** For a resubmitted case: which returned parts were changed. */
function CameBack({ investor: { status, lastReturn } }: { investor: InvestorDetail }) {
  const say = useSay()
  if (status !== 'submitted' || lastReturn.length === 0) return null
  const word = (isChanged: boolean | null) => {
    if (isChanged === null) return say(words.backUnknown)
    return say(isChanged ? words.backChanged : words.backUnchanged)
  }
  return (
    <section className={styles['cameBack']} aria-label={say(words.cameBack)}>
      <h3>{say(words.cameBack)}</h3>
      <ul>
        {lastReturn.map(({ pointer, isChanged }) => (
          <li key={pointer} data-unchanged={isChanged === false}>
            <button type="button" onClick={() => lead(pointer)}>
              {isChanged === false ? (
                <CircleEqual size={14} aria-hidden />
              ) : (
                <PencilLine size={14} aria-hidden />
              )}
              <span>
                <strong>{say(pointerLabel(pointer))}</strong> · {word(isChanged)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The findings of the checks come first; each links to its field. */
function Questions({ investor: { warnings } }: { investor: InvestorDetail }) {
  const say = useSay()
  if (warnings.length === 0) return null
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
