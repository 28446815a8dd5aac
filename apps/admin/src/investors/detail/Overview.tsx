import { Link } from '@tanstack/react-router'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { messageWords } from '@rmtools/look/client-message-words'
import { faultText } from '@rmtools/look/faults'
import { choiceLabels } from '@rmtools/look/kyc-words'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { paths } from '../../base/paths.ts'
import { LinkSent } from '../../links/LinkSent.tsx'
import { PlansOfInvestor } from '../../plans/PlansOfInvestor.tsx'
import { Columns } from '../../ui/Columns.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { Section } from '../../ui/Page.tsx'
import { At, Code, Day } from '../../ui/values.tsx'
import { pointerLabel } from '../kyc/labels.ts'
import { RiskBand } from '../RiskProfile.tsx'
import { words } from '../words.ts'
import { AtBib } from './AtBib.tsx'
import { ClientPage } from './ClientPage.tsx'
import styles from '../investors.module.css'

/** The investor, the RM, the progress of the case, and its status at Bib. */
export function Overview({ investor }: { investor: InvestorDetail }) {
  const say = useSay()
  return (
    <Columns aside={<AtBib investor={investor} />}>
      <Section title={say(nouns.investor)}>
        <KeyValues items={useFacts(investor)} />
      </Section>
      <Asked investor={investor} />
      <PlansOfInvestor investorId={investor.id} />
      {investor.status === 'registered' && <ClientPage id={investor.id} />}
    </Columns>
  )
}

function useFacts(investor: InvestorDetail): KeyValue[] {
  const say = useSay()
  const yesNo = (is: boolean) => say(is ? choiceLabels.yes : choiceLabels.no)
  const { verificationMethod: method, leadId } = investor
  return [
    [say(words.kind), say(nouns[investor.kind])],
    [say(words.phone), <Code key="phone">{investor.phone}</Code>],
    [say(words.email), investor.email],
    ...(investor.status === 'awaiting-investor'
      ? [
          [
            say(messageWords.linkSent),
            <LinkSent key="link" kind="registration" id={investor.id} />,
          ] as const,
        ]
      : []),
    ['RM', [investor.rmName, investor.rmLicenceNumber].filter(Boolean).join(' · ')],
    [
      say(nouns.riskProfile),
      investor.riskBand === null ? null : (
        <span key="risk">
          <RiskBand band={investor.riskBand} /> · {say(words.validUntil).toLowerCase()}{' '}
          <Day date={investor.riskExpiresOn} />
        </span>
      ),
    ],
    [say(words.pep), yesNo(investor.isPep)],
    ...(investor.isPep
      ? [[say(words.seniorApproval), <At key="senior" at={investor.seniorApprovedAt} />] as const]
      : []),
    ...(investor.seniorApprovalNote === null
      ? []
      : [[say(words.seniorNote), investor.seniorApprovalNote] as const]),
    [say(words.verification), method && say(choiceLabels[method])],
    [say(words.created), <At key="created" at={investor.createdAt} />],
    [say(words.submitted), <At key="submitted" at={investor.submittedAt} />],
    [say(words.reviewed), <At key="reviewed" at={investor.reviewedAt} />],
    ...(leadId === null
      ? []
      : [
          [
            say(nouns.lead),
            <Link key="lead" to={paths.lead(leadId)}>
              {say(words.toLead)}
            </Link>,
          ] as const,
        ]),
  ]
}

/** The corrections requested, or the items still missing. */
function Asked({ investor: { status, returnReasons, missing } }: { investor: InvestorDetail }) {
  const say = useSay()
  const isWithRm = status === 'draft' || status === 'returned'
  if (returnReasons.length === 0 && !(isWithRm && missing.length > 0)) return null
  return (
    <Section title={say(returnReasons.length > 0 ? words.askedFor : words.missing)}>
      <ul className={styles['asked']}>
        {returnReasons.length > 0
          ? returnReasons.map(({ pointer, reason }) => (
              <li key={pointer}>
                <strong>{say(pointerLabel(pointer))}</strong> {reason}
              </li>
            ))
          : missing.map(({ pointer, code }) => (
              <li key={pointer + code}>
                <strong>{say(pointerLabel(pointer))}</strong> {faultText(code, say.language)}
              </li>
            ))}
      </ul>
    </Section>
  )
}
