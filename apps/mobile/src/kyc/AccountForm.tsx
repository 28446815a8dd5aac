// A bank account as it is typed: a new one, or a change of one that the server has.
import { useQueryClient } from '@tanstack/react-query'
import { StyleSheet, View } from 'react-native'
import type { BankAccount } from '@rmtools/contracts/crm/bank-accounts'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import { faultText } from '@rmtools/look/faults'
import { groupDigits } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { addAccount } from '../investors/local.ts'
import { caseChanged } from '../investors/remote.ts'
import { useBanks } from '../investors/use-investors.ts'
import { useDraft } from '../sync/draft.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import type { PartProps } from './part-props.ts'

type Typed = {
  bankCode: string
  number: string
  holderName: string
  branch: string
  currency: string
}
type Props = Pick<PartProps, 'seen'> & { onDone: () => void }

const isNumber = (number: string) => /^[0-9]([ .-]?[0-9]){4,33}$/.test(number.trim())

/** Written on the device at once. */
export function NewAccount({ seen, onDone }: Props) {
  const words = useSay()
  const empty = {
    bankCode: '',
    number: '',
    holderName: seen.displayName,
    branch: '',
    currency: 'IDR',
  }
  const { id: accountId, value, isReady, set, restart } = useDraft<Typed>(`bank/${seen.id}`, empty)
  const save = useAct(async () => {
    const { bankCode, number, holderName, branch, currency } = value
    const typed = {
      bankCode,
      number: number.trim(),
      holderName: holderName.trim(),
      branch: branch.trim(),
      currency,
    }
    await addAccount(seen, { accountId, ...typed })
    await restart()
    toast(words(saved))
    onDone()
  })
  if (!isReady) return null
  const { bankCode, number, holderName } = value
  const isFilled = bankCode !== '' && isNumber(number) && holderName.trim() !== ''
  return (
    <Card isPadded>
      <AccountFields value={value} set={set} ownName={seen.displayName} />
      <Button
        title={words(saveWord)}
        onPress={() => save.run()}
        isBusy={save.isBusy}
        isDisabled={!isFilled}
        kind="quiet"
        icon="check"
      />
    </Card>
  )
}

/** A change goes to the server at once, upon the version that was seen; the number is typed only where it changes. */
export function ChangedAccount({ account, seen, onDone }: Props & { account: BankAccount }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { id: accountId, version, bankCode, holderName, branch, currency } = account
  const before: Typed = { bankCode, number: '', holderName, branch: branch ?? '', currency }
  const { value, isReady, set, clear } = useDraft<Typed>(`bank/${seen.id}/${accountId}`, before)
  const { run, isBusy, error } = useAct(
    async () =>
      await api.bankAccounts.update({
        id: seen.id,
        accountId,
        version,
        ...changesOf(value, before),
      }),
    {
      onDone: async () => {
        await clear()
        await caseChanged(client, undefined, { id: seen.id })
        toast(words(saved))
        onDone()
      },
      onRefused: shownOnScreen,
    },
  )
  const leave = useAct(async () => {
    await clear()
    onDone()
  })
  if (!isReady) return null
  const isSound =
    value.holderName.trim() !== '' && (value.number.trim() === '' || isNumber(value.number))
  const isChanged = Object.keys(changesOf(value, before)).length > 0
  return (
    <Card isPadded>
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
      <AccountFields value={value} set={set} ownName={seen.displayName} kept={account.number} />
      <View style={styles.acts}>
        <Button
          title={words(saveWord)}
          icon="check"
          kind="quiet"
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={!isSound || !isChanged}
        />
        <Button
          title={words(actions.cancel)}
          kind="plain"
          onPress={() => leave.run()}
          isDisabled={isBusy}
        />
      </View>
    </Card>
  )
}

/** What differs, as the contract takes it. */
function changesOf(value: Typed, before: Typed) {
  const { bankCode, currency } = value
  const [number, holderName, branch] = [
    value.number.trim(),
    value.holderName.trim(),
    value.branch.trim(),
  ]
  return {
    ...(bankCode === before.bankCode ? {} : { bankCode }),
    ...(number === '' ? {} : { number }),
    ...(holderName === before.holderName ? {} : { holderName }),
    ...(branch === before.branch ? {} : { branch: branch === '' ? null : branch }),
    ...(currency === before.currency ? {} : { currency }),
  }
}

type FieldsProps = {
  value: Typed
  set: (change: Partial<Typed>) => void
  ownName: string
  /** The number that stays while none is typed, masked. */
  kept?: string
}

function AccountFields({ value, set, ownName, kept }: FieldsProps) {
  const words = useSay()
  const language = useLanguage()
  const banks = useBanks()
  const { bankCode, number, holderName, branch, currency } = value
  const differs = holderName.trim() !== '' && matchNames(holderName, ownName) === 'weak'
  return (
    <>
      <Select
        label="Bank"
        value={bankCode || undefined}
        options={banks.map(({ code, name, bic, also = [] }) => ({
          value: code,
          text: name,
          detail: [code, bic].filter(Boolean).join(' · '),
          alsoCalled: also.join(' '),
        }))}
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
        hint={
          kept && number.trim() === ''
            ? words(keptHint, { number: groupDigits(kept.replaceAll('*', '•')) })
            : undefined
        }
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
    </>
  )
}

const numberWord = say('Nomor rekening', 'Account number')
const keptHint = say('Tetap {number} bila dikosongkan.', 'Stays {number} when left empty.')
const holderWord = say('Nama pemilik rekening', 'Account holder')
const currencyWord = say('Mata uang', 'Currency')
const branchWord = say('Cabang', 'Branch')
const saveWord = say('Simpan rekening', 'Save the account')
const saved = say('Rekening tersimpan', 'The account is saved')

const styles = StyleSheet.create({
  acts: { flexDirection: 'row', gap: space(2), flexWrap: 'wrap' },
})
