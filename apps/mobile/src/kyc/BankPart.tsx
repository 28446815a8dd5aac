import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { isPayable, MAX_BANK_ACCOUNTS, type BankAccount } from '@rmtools/contracts/crm/bank-accounts'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import { faultText } from '@rmtools/look/faults'
import { groupDigits } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { api } from '../app/api.ts'
import { say, useLanguage, useSay } from '../app/preferences.ts'
import { textOf } from '../app/problems.ts'
import { addAccount } from '../investors/local.ts'
import { caseChanged } from '../investors/remote.ts'
import { useBanks } from '../investors/use-investors.ts'
import { useDraft } from '../sync/draft.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { PartProps } from './PartScreen.tsx'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'

/** Accounts to which proceeds are paid, in the investor's own name. */
export function BankPart({ seen, frame }: PartProps) {
  const words = useSay()
  const [isAdding, setAdding] = useState(seen.bankAccounts.length === 0)
  const reason = seen.returnReasons.find(({ pointer }) => pointer === '/bankAccounts')?.reason
  return frame(
    <>
      {reason ? <Banner icon="returned" tone="warning" title={reason} /> : null}
      <Text tone="second">{words(intro)}</Text>
      {seen.bankAccounts.map((account) => (
        <Account key={account.id} account={account} canRemove={isEditable(seen.status) && !seen.sync} />
      ))}
      {isAdding ? (
        <NewAccount seen={seen} onDone={() => setAdding(false)} />
      ) : seen.bankAccounts.length < MAX_BANK_ACCOUNTS ? (
        <Button title={words(another)} kind="quiet" icon="plus" onPress={() => setAdding(true)} />
      ) : null}
    </>,
  )
}

function Account({ account, canRemove }: { account: BankAccount; canRemove: boolean }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const remove = async () => {
    const { investorId: id, id: accountId, version } = account
    await api.bankAccounts.remove({ id, accountId, version }).catch((error: unknown) => toast(textOf(error, language)))
    await caseChanged(client, undefined, { id })
  }
  return (
    <Card isPadded>
      <View style={styles.head}>
        <View style={styles.fill}>
          <Text isStrong>{account.bankName}</Text>
          <Text isMono>{groupDigits(account.number.replaceAll('*', '•'))}</Text>
          <Text kind="caption" tone="second">
            {[account.holderName, account.currency].join(' · ')}
          </Text>
        </View>
        {canRemove ? (
          <Button
            title={words(removeWord)}
            kind="plain"
            isSmall
            onPress={() => void remove()}
            label={`${words(removeWord)}: ${account.bankName}`}
          />
        ) : null}
      </View>
      {isPayable(account) ? null : (
        <Text kind="caption" tone="warning">
          {account.nameMatch === 'weak' ? faultText('name-differs', language) : words(unusable)}
        </Text>
      )}
    </Card>
  )
}

const empty = { bankCode: '', number: '', holderName: '', branch: '', currency: 'IDR' }

function NewAccount({ seen, onDone }: Pick<PartProps, 'seen'> & { onDone: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const banks = useBanks()
  const { value, isReady, set, clear } = useDraft(`bank/${seen.id}`, { ...empty, holderName: seen.displayName })
  if (!isReady) return null
  const { bankCode, number, holderName, branch, currency } = value
  const isFilled = bankCode !== '' && /^[0-9]([ .-]?[0-9]){4,33}$/.test(number.trim()) && holderName.trim() !== ''
  const differs = holderName.trim() !== '' && matchNames(holderName, seen.displayName) === 'weak'
  const save = async () => {
    await addAccount(seen, { bankCode, number: number.trim(), holderName: holderName.trim(), branch: branch.trim(), currency })
    await clear()
    set({ ...empty, holderName: seen.displayName })
    toast(words(saved))
    onDone()
  }
  return (
    <Card isPadded>
      <Select
        label="Bank"
        value={bankCode || undefined}
        options={banks.map(({ code, name, bic }) => ({ value: code, text: name, detail: [code, bic].filter(Boolean).join(' · ') }))}
        onChange={(next) => set({ bankCode: next })}
      />
      <Field
        label={words(numberWord)}
        value={number}
        onChange={(next) => set({ number: next })}
        keyboardType="number-pad"
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
      />
      <Field
        label={words(holderWord)}
        value={holderName}
        onChange={(next) => set({ holderName: next })}
        autoCapitalize="characters"
        autoComplete="off"
        maxLength={150}
        hint={differs ? faultText('name-differs', language) : undefined}
      />
      <Select
        label={words(currencyWord)}
        value={currency}
        options={['IDR', 'USD'].map((code) => ({ value: code, text: code }))}
        onChange={(next) => set({ currency: next })}
      />
      <Field
        label={words(branchWord)}
        value={branch}
        onChange={(next) => set({ branch: next })}
        autoComplete="off"
        maxLength={100}
        isOptional
      />
      <Button title={words(saveWord)} onPress={() => void save()} isDisabled={!isFilled} kind="quiet" icon="check" />
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
const numberWord = say('Nomor rekening', 'Account number')
const holderWord = say('Nama pemilik rekening', 'Account holder')
const currencyWord = say('Mata uang', 'Currency')
const branchWord = say('Cabang', 'Branch')
const saveWord = say('Simpan rekening', 'Save the account')
const saved = say('Rekening tersimpan', 'The account is saved')

const styles = StyleSheet.create({ head: { flexDirection: 'row', alignItems: 'center', gap: space(2) }, fill: { flex: 1, gap: 2 } })
