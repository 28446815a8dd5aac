import type { RiskProfile as Profile } from '@rmtools/contracts/crm/risk-profiles'
import { Link } from '@tanstack/react-router'
import { today } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { bandText } from '../ui/risk.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Day } from '../ui/values.tsx'
import { words } from './words.ts'

/** `3 · Moderate`. */
export function RiskBand({ band }: { band: number | null }) {
  const say = useSay()
  if (band === null) return <span className="faint">–</span>
  return bandText(say, band)
}

/** The band, its author, and its expiry; it is renewed every year. */
export function RiskProfile({
  profile,
  waiting = null,
}: {
  profile: Profile | null
  waiting?: { band: number } | null
}) {
  const say = useSay()
  if (!profile) return <p className="faint">{say(words.noProfile)}</p>
  const isExpired = profile.expiresOn <= today()
  return (
    <KeyValues
      items={[
        [say(words.band), <RiskBand key="band" band={profile.band} />],
        ...(waiting === null
          ? []
          : [
              [
                say(words.waitingBand),
                <Link key="waiting" to={paths.secondPerson()}>
                  {bandText(say, waiting.band)}
                </Link>,
              ] as const,
            ]),
        [say(words.score), profile.score],
        [say(words.profiledOn), <Day key="day" date={profile.profiledOn} />],
        [
          say(words.validUntil),
          <span key="until" style={isExpired ? { color: 'var(--danger)' } : {}}>
            <Day date={profile.expiresOn} />
            {isExpired && ` · ${say(words.expired)}`}
          </span>,
        ],
        [say(words.answeredBy), say(profile.by === 'user' ? words.byRm : words.investorSelf)],
        [
          say(words.questionnaire),
          say(
            { id: 'Versi {version}', en: 'Version {version}' },
            { version: profile.questionnaireVersion },
          ),
        ],
      ]}
    />
  )
}
