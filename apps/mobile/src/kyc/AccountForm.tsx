// The form of a bank account: a new one, or a change to one on the server.
import { recordOf } from '@rmtools/contracts/keys'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { StyleSheet, View } from 'react-native'
import {
  bankAccountDescription,
  bankAccountFieldNames,
  enteredByRm,
  type BankAccountControl,
  type BankAccountDetails,
  type BankAccountField,
  type GivenBankAccount,
} from '@rmtools/contracts/crm/bank-account-fields'
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
import { commonInputs, type DescribedInput } from '../ui/described-inputs.tsx'
import { Field } from '../ui/Field.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import type { PartProps } from './part-props.ts'

type Typed = Readonly<Record<BankAccountField, string>>

const { of, askedOf, limitsOf } = bankAccountDescription
/** The form's texts for an account, or for a new one in the given name. */
function typedOf(account: Readonly<Partial<Record<BankAccountField, string | null>>>): Typed {
  return recordOf(bankAccountFieldNames, (name) => account[name] ?? of(name).preset ?? '')
}
type Props = Pick<PartProps, 'seen'> & { onDone: () => void }

const isNumber = (number: string) => /^[0-9]([ .-]?[0-9]){4,33}$/.test(number.trim())

/** Writes the account to the outbox. */
export function NewAccount({ seen, onDone }: Props) {
  const words = useSay()
  const empty = typedOf({ holderName: seen.displayName })
  const { id: accountId, value, isReady, set, restart } = useDraft<Typed>(`bank/${seen.id}`, empty)
  const save = useAct(async () => {
    await addAccount(seen, { accountId, ...givenOf(value) })
    await restart()
    toast(words(saved))
    onDone()
  })
  if (!isReady) return null
  const isFilled = isSoundFor(value) && isNumber(value.number)
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

/**
 * A change is sent to the server immediately, based on the version that the RM saw. The number is
 * only typed if it changes.
 */
export function ChangedAccount({ account, seen, onDone }: Props & { account: BankAccount }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { id: accountId, version } = account
  const before = typedOf({ ...account, number: '' })
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
  const isSound = isSoundFor(value) && (value.number.trim() === '' || isNumber(value.number))
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

const textIn = (value: Typed, name: BankAccountField) => (value[name] ?? '').trim()
const isSoundFor = (value: Typed) =>
  enteredByRm.every((name) => !of(name).isNeeded || of(name).isSealed || textIn(value, name) !== '')

/** A new account in the format of the contract, without empty fields. */
function givenOf(value: Typed): GivenBankAccount {
  const texts = enteredByRm.map((name) => [name, textIn(value, name)] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== '')) as GivenBankAccount
}

/** The changed fields in the format of the contract. The number is only typed if it changes. */
function changesOf(value: Typed, before: Typed): Partial<BankAccountDetails> {
  const texts = enteredByRm.map((name) => [name, textIn(value, name)] as const)
  const changed = texts.filter(([name, text]) =>
    of(name).isSealed ? text !== '' : text !== textIn(before, name),
  )
  return Object.fromEntries(changed.map(([name, text]) => [name, text === '' ? null : text]))
}

type FieldsProps = {
  value: Typed
  set: (change: Partial<Typed>) => void
  ownName: string
  /** The masked current number, which stays unless another is typed. */
  kept?: string
}

function AccountFields({ value, set, ownName, kept }: FieldsProps) {
  const words = useSay()
  const inputs = useInputs({ ownName, kept })
  return enteredByRm.map((name) => {
    const { control, isNeeded } = of(name)
    const input = inputs[control]?.({
      label: words(askedOf(name)),
      value: value[name] ?? '',
      onChange: (next) => set({ [name]: next }),
      isOptional: !isNeeded,
      maxLength: limitsOf(name).characters,
    })
    return <Fragment key={name}>{input}</Fragment>
  })
}

type Inputs = Readonly<Record<BankAccountControl, ((props: DescribedInput) => ReactNode) | null>>

/** The input for each field; null for fields that an RM does not fill in. */
function useInputs({ ownName, kept }: Pick<FieldsProps, 'ownName' | 'kept'>): Inputs {
  const words = useSay()
  const language = useLanguage()
  const banks = useBanks()
  const differs = (name: string) => name.trim() !== '' && matchNames(name, ownName) === 'weak'
  return {
    ...commonInputs,
    text: (props) => <Field {...props} autoComplete="off" />,
    name: (props) => (
      <Field
        {...props}
        autoCapitalize="characters"
        autoComplete="off"
        hint={differs(props.value) ? faultText('name-differs', language) : undefined}
      />
    ),
    bank: ({ label, value, onChange }) => (
      <Select
        label={label}
        value={value || undefined}
        options={banks.map(({ code, name, bic, also = [] }) => ({
          value: code,
          text: name,
          detail: [code, bic].filter(Boolean).join(' · '),
          alsoCalled: also.join(' '),
        }))}
        onChange={onChange}
      />
    ),
    'account-number': (props) => (
      <Field
        {...props}
        keyboardType="number-pad"
        inputMode="numeric"
        autoComplete="off"
        maxLength={NUMBER_WITH_GROUPS}
        hint={
          kept && props.value.trim() === ''
            ? words(keptHint, { number: groupDigits(kept.replaceAll('*', '•')) })
            : undefined
        }
      />
    ),
    currency: ({ label, value, onChange }) => (
      <Select
        label={label}
        value={value}
        options={['IDR', 'USD'].map((code) => ({ value: code, text: code }))}
        onChange={onChange}
      />
    ),
    country: null,
    date: null,
  }
}

const NUMBER_WITH_GROUPS = 40

const keptHint = say('Tetap {number} bila dikosongkan.', 'Stays {number} when left empty.')
const saveWord = say('Simpan rekening', 'Save the account')
const saved = say('Rekening tersimpan', 'The account is saved')

const styles = StyleSheet.create({
  acts: { flexDirection: 'row', gap: space(2), flexWrap: 'wrap' },
})
