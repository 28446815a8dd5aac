import { useState } from 'react'
import { isMasked } from '@rmtools/contracts/crm/kyc'
import { MAX_BANK_ACCOUNTS, type BankAccount } from '@rmtools/contracts/crm/bank-accounts'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Digits } from '../ui/Digits.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api } from './api.ts'
import { BankForm } from './BankForm.tsx'
import { shownForm } from './draft.ts'
import type { WalkProps } from './walk-props.ts'
import { bankWords as words, words as common } from './words.ts'

/** The accounts that receive payments. */
export function BankStep({ token, control, parts, at, sender, next, back }: WalkProps) {
  const { say } = useSpeech()
  const { known } = control.draft
  const { bankAccounts, returnReasons } = known
  const [isAdding, setAdding] = useState(bankAccounts.length === 0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [fullName] = [shownForm(control.draft)['fullName']].filter(
    (name) => typeof name === 'string' && !isMasked(name),
  )
  const reason = returnReasons.find(({ pointer }) => pointer === '/bankAccounts')?.reason
  const { run } = useAct()
  const remove = async ({ id, version }: BankAccount) =>
    await run(async () => {
      setProblem(null)
      return await control
        .act(async () => await api.removeBankAccount({ token, accountId: id, version }))
        .then(() => true)
        .catch((error: unknown) => {
          setProblem(problemOf(error))
          return false
        })
    })
  const foot = (
    <>
      <Button kind="quiet" onPress={back}>
        {say(common.overview)}
      </Button>
      {!isAdding && <Button onPress={next}>{say(common.next)}</Button>}
      {isAdding && bankAccounts.length === 0 && (
        <Button kind="secondary" onPress={next}>
          {say(common.later)}
        </Button>
      )}
    </>
  )
  return (
    <Page
      company={sender.companyName}
      eyebrow={say(common.step(at + 1, parts.length))}
      title={say(parts[at]?.title ?? words.bank)}
      progress={{ at: at + 1, of: parts.length }}
      foot={foot}
    >
      {problem && <ProblemAlert problem={problem} />}
      {reason !== undefined && <Notice tone="warning">{reason}</Notice>}
      <p className="lead">{say(words.intro)}</p>
      {bankAccounts.length > 0 && (
        <Accounts accounts={bankAccounts} onRemove={(account) => void remove(account)} />
      )}
      {isAdding ? (
        <BankForm
          token={token}
          control={control}
          fullName={typeof fullName === 'string' ? fullName : ''}
          onAdded={() => setAdding(false)}
        />
      ) : (
        bankAccounts.length < MAX_BANK_ACCOUNTS && (
          <Button kind="secondary" onPress={() => setAdding(true)}>
            {say(words.another)}
          </Button>
        )
      )}
    </Page>
  )
}

function Accounts({
  accounts,
  onRemove,
}: {
  accounts: readonly BankAccount[]
  onRemove: (account: BankAccount) => void
}) {
  const { language, say } = useSpeech()
  return (
    <ul className="list">
      {accounts.map((account) => (
        <li key={account.id} className="account">
          <div className="part-head">
            <div>
              <p>{account.bankName}</p>
              <p className="masked">
                <Digits>{account.number}</Digits>
              </p>
              <p className="caption">{account.holderName}</p>
            </div>
            <Button kind="quiet" isSmall onPress={() => onRemove(account)}>
              {say(words.remove)} <span className="visually-hidden">{account.bankName}</span>
            </Button>
          </div>
          {account.nameMatch === 'weak' && (
            <p className="caption">{faultText('name-differs', language)}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
