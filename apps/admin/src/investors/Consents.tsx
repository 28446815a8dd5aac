import type { Consent } from '@rmtools/contracts/crm/consents'
import { consentLabels } from '@rmtools/look/kyc-words'
import { useSay } from '../base/language.ts'
import { At } from '../ui/values.tsx'
import { State } from '../ui/State.tsx'
import { consentStates, words } from './words.ts'
import styles from './investors.module.css'

/**
 * The consents: the wording shown, when and by whom they were given, and when they were withdrawn.
 */
export function Consents({ consents }: { consents: readonly Consent[] }) {
  const say = useSay()
  if (consents.length === 0) return <p className="faint">{say(words.noConsent)}</p>
  return (
    <ul className={styles['consents']}>
      {consents.map(({ id, purpose, words: shown, textVersion, by, givenAt, withdrawnAt }) => (
        <li key={id}>
          <details>
            <summary>
              <span>{say(consentLabels[purpose])}</span>
              <State state={withdrawnAt === null ? consentStates.given : consentStates.withdrawn} />
              <span className="faint">
                <At at={withdrawnAt ?? givenAt} /> ·{' '}
                {say(by === 'user' ? words.byRm : words.investorSelf)}
              </span>
            </summary>
            <blockquote>{shown}</blockquote>
            <small className="faint">
              {say({ id: 'Versi {version}', en: 'Version {version}' }, { version: textVersion })}
            </small>
          </details>
        </li>
      ))}
    </ul>
  )
}
