import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import {
  isPayable,
  MAX_BANK_ACCOUNTS,
  type BankAccount,
} from '@rmtools/contracts/crm/bank-accounts'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import { faultText } from '@rmtools/look/faults'
import { space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { caseChanged } from '../investors/remote.ts'
import { Digits } from '../ui/Digits.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { ChangedAccount, NewAccount } from './AccountForm.tsx'
import type { PartProps } from './part-props.ts'

/** Accounts in the investor's own name that receive proceeds. */
export function BankPart({ seen, frame }: PartProps) {
  const words = useSay()
  const [isAdding, setAdding] = useState(seen.bankAccounts.length === 0)
  const reason = seen.returnReasons.find(({ pointer }) => pointer === '/bankAccounts')?.reason
  return frame(
    <>
      {reason ? <Banner icon="returned" tone="warning" title={reason} /> : null}
      <Text tone="second">{words(intro)}</Text>
      {seen.bankAccounts.map((account) => (
        <Account key={account.id} account={account} seen={seen} />
      ))}
      {isAdding ? <NewAccount seen={seen} onDone={() => setAdding(false)} /> : null}
      {!isAdding && seen.bankAccounts.length < MAX_BANK_ACCOUNTS ? (
        <Button title={words(another)} kind="quiet" icon="plus" onPress={() => setAdding(true)} />
      ) : null}
    </>,
  )
}

function Account({ account, seen }: Pick<PartProps, 'seen'> & { account: BankAccount }) {
  const words = useSay()
  const [isChanging, setChanging] = useState(false)
  // An account in the outbox is changed by adding further entries; one on the server is changed
  // based on its version.
  const isOpen = isEditable(seen.status) && !seen.sync
  const language = useLanguage()
  const client = useQueryClient()
  const remove = useAct(async () => {
    const { investorId: id, id: accountId, version } = account
    await api.bankAccounts
      .remove({ id, accountId, version })
      .finally(async () => await caseChanged(client, undefined, { id }))
  })
  if (isChanging)
    return <ChangedAccount account={account} seen={seen} onDone={() => setChanging(false)} />
  return (
    <Card isPadded>
      <View style={styles.head}>
        <View style={styles.fill}>
          <Text isStrong>{account.bankName}</Text>
          <Text isMono>
            <Digits>{account.number.replaceAll('*', '•')}</Digits>
          </Text>
          <Text kind="caption" tone="second">
            {[account.holderName, account.currency].join(' · ')}
          </Text>
        </View>
      </View>
      {isPayable(account) ? null : (
        <Text kind="caption" tone="warning">
          {account.nameMatch === 'weak' ? faultText('name-differs', language) : words(unusable)}
        </Text>
      )}
      {isOpen ? (
        <View style={styles.acts}>
          <Button
            title={words(change)}
            kind="quiet"
            icon="edit"
            isSmall
            onPress={() => setChanging(true)}
            label={`${words(change)}: ${account.bankName}`}
          />
          <Button
            title={words(removeWord)}
            kind="plain"
            isSmall
            onPress={() => remove.run()}
            isBusy={remove.isBusy}
            label={`${words(removeWord)}: ${account.bankName}`}
          />
        </View>
      ) : null}
    </Card>
  )
}

const intro = say(
  'Rekening atas nama investor sendiri, tempat hasil penjualan dibayarkan. Paling banyak tiga.',
  "An account in the investor's own name, to which proceeds are paid. At most three.",
)
const another = say('Tambah rekening', 'Add an account')
const removeWord = say('Hapus', 'Remove')
const unusable = say('Rekening ini belum dapat dipakai.', 'This account cannot be used yet.')
const change = say('Ubah', 'Change')

const styles = StyleSheet.create({
  head: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  fill: { flex: 1, gap: 2 },
  acts: { flexDirection: 'row', gap: space(2) },
})
