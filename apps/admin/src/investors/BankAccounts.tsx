// An investor's bank accounts: the holder's name, Bib's answer, and the decision if the names
// differ.
import { Button } from 'antd'
import { CircleHelp } from 'lucide-react'
import {
  bankAccountDescription,
  bankAccountLines,
} from '@rmtools/contracts/crm/bank-account-fields'
import { bankAccounts } from '@rmtools/contracts/crm/bank-accounts'
import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isMaker } from '@rmtools/contracts/crm/investor-review'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { reasonText } from '@rmtools/look/bib-words'
import { faultText } from '@rmtools/look/faults'
import { problemText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { State } from '../ui/State.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { countryName } from './kyc/KycValue.tsx'
import { Masked } from './kyc/Masked.tsx'
import { accountReviewStates, matchWords, words } from './words.ts'
import styles from './investors.module.css'

const { of } = bankAccountDescription
type Account = InvestorDetail['bankAccounts'][number]
type Props = { investor: Pick<InvestorDetail, 'rmId' | 'makers' | 'bankAccounts' | 'warnings'> }

export function BankAccounts({ investor }: Props) {
  const say = useSay()
  if (investor.bankAccounts.length === 0) return <p className="faint">{say(words.noAccount)}</p>
  return (
    <ul className={styles['accounts']}>
      {investor.bankAccounts.map((account) => (
        <li key={account.id}>
          <AccountValues account={account} />
          {investor.warnings
            .filter(({ pointer }) => pointer === `/bankAccounts/${account.id}`)
            .map(({ code }) => (
              <p key={code} className={styles['question']}>
                <CircleHelp size={14} aria-hidden />
                {faultText(code, say.language)}
              </p>
            ))}
          {account.review === 'needed' && <AccountReview account={account} investor={investor} />}
        </li>
      ))}
    </ul>
  )
}

function AccountValues({ account }: { account: Account }) {
  const say = useSay()
  const {
    id,
    bankName,
    branch,
    number,
    holderName,
    country,
    nameMatch,
    review,
    bibStatus,
    bibReason,
  } = account
  return (
    <KeyValues
      items={[
        [
          say(of('bankCode').label),
          [bankName, branch, country === 'ID' ? null : countryName(country, say.language)]
            .filter(Boolean)
            .join(' · '),
        ],
        [
          say(of('number').label),
          <Masked
            key="number"
            value={number}
            pointer={`/bankAccounts/${id}/number`}
            label={say(of('number').label)}
          />,
        ],
        [say(of('holderName').label), `${holderName} · ${say(matchWords[nameMatch])}`],
        ...bankAccountLines.map((name) => [say(of(name).label), account[name]] as const),
        ...(review === 'not-needed'
          ? []
          : [
              [
                say(words.accountReview),
                <State key="review" state={accountReviewStates[review]} />,
              ] as const,
            ]),
        ...(bibStatus === null
          ? []
          : [
              [
                'Bib',
                [
                  say(bibStatus === 'accepted' ? words.accepted : words.refused),
                  reasonText(bibReason, say.language),
                ]
                  .filter(Boolean)
                  .join(': '),
              ] as const,
            ]),
      ]}
    />
  )
}

function AccountReview({ account, investor }: { account: Account } & Props) {
  const say = useSay()
  const me = useMe()
  const may = useMay(bankAccounts.review)
  const { run, isPending, problem } = useAct('bankAccounts', 'review', { touches: ['investors'] })
  const whyMaker =
    me && isMaker(investor, me.id) ? problemText(fourEyes.code, say.language) : undefined
  const reason = may === false ? say(words.notYours) : whyMaker
  const decide = async (decision: 'accept' | 'refuse') => {
    const { id: accountId, investorId: id, version } = account
    await run({ id, accountId, version, decision })
  }
  return (
    <div className={styles['acts']}>
      <WithReason reason={reason}>
        {(described) => (
          <Button {...described} loading={isPending} onClick={() => void decide('accept')}>
            {say(words.acceptAccount)}
          </Button>
        )}
      </WithReason>
      <WithReason reason={reason}>
        {(described) => (
          <Button
            {...described}
            danger
            disabled={described.disabled || isPending}
            onClick={() => void decide('refuse')}
          >
            {say(words.refuseAccount)}
          </Button>
        )}
      </WithReason>
      <Refusal problem={problem} />
    </div>
  )
}
