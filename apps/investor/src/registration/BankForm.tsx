import { useState } from 'react'
import {
  bankAccountDescription,
  enteredByInvestor,
  type BankAccountControl,
  type BankAccountField,
  type GivenBankAccount,
} from '@rmtools/contracts/crm/bank-account-fields'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api, banks } from './api.ts'
import { faultsIn, type JsonSchema } from '@rmtools/contracts/crm/kyc-values'
import { useAnswer } from './use-lists.ts'
import type { DraftControl } from './use-draft.ts'
import { bankWords as words } from './words.ts'

type Typed = Readonly<Partial<Record<BankAccountField, string>>>

const { of, askedOf, limitsOf } = bankAccountDescription
const NUMBER_WITH_GROUPS = 40
// The bank has its own search field.
const texts = enteredByInvestor.filter((name) => of(name).control !== 'bank')
const textIn = (typed: Typed, name: BankAccountField) => (typed[name] ?? '').trim()
const looks: Readonly<
  Partial<Record<BankAccountControl, Partial<Parameters<typeof TextField>[0]>>>
> = {
  'account-number': { inputMode: 'numeric', isMono: true },
  name: { autoComplete: 'name' },
}
const SHOWN = 6
const askBanks = async () => await banks('all')

type Props = { token: string; control: DraftControl; fullName: string; onAdded: () => void }

/**
 * A new account: the bank is chosen by search, and the holder is compared with the investor's name.
 */
export function BankForm({ token, control, fullName, onAdded }: Props) {
  const { language, say } = useSpeech()
  const [bankCode, setBankCode] = useState<string | null>(null)
  const [typed, setTyped] = useState<Typed>({ holderName: fullName })
  const [isChecked, setChecked] = useState(false)
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [accountId] = useState<string>(() => crypto.randomUUID())
  const fault = (name: BankAccountField, text: string | null) =>
    isChecked ? faultOf(name, text, language) : undefined
  const add = async () => {
    setChecked(true)
    const isFaulty = texts.some((name) => faultOf(name, textIn(typed, name), language))
    if (bankCode === null || isFaulty) return
    setProblem(null)
    const entries = texts.map((name) => [name, textIn(typed, name)] as const)
    const given = {
      bankCode,
      ...Object.fromEntries(entries.filter(([, text]) => text !== '')),
    } as GivenBankAccount
    await run(async () => {
      try {
        await control.act(async () => await api.addBankAccount({ token, accountId, ...given }))
        onAdded()
        return true
      } catch (error) {
        setProblem(problemOf(error))
        return false
      }
    })
  }
  const holder = textIn(typed, 'holderName')
  const differs = holder !== '' && fullName !== '' && matchNames(holder, fullName) === 'weak'
  return (
    <div className="stack-wide">
      <BankSearch
        chosen={bankCode}
        onChoose={setBankCode}
        fault={bankCode === null ? fault('bankCode', null) : undefined}
      />
      {texts.map((name) => (
        <TextField
          key={name}
          label={say(askedOf(name))}
          isOptional={!of(name).isNeeded}
          maxLength={limitsOf(name).characters ?? NUMBER_WITH_GROUPS}
          value={typed[name] ?? ''}
          onChange={(text) => setTyped({ ...typed, [name]: text })}
          fault={fault(name, textIn(typed, name))}
          {...looks[of(name).control]}
          question={
            name === 'holderName' && differs ? faultText('name-differs', language) : undefined
          }
        />
      ))}
      {problem && <ProblemAlert problem={problem} />}
      <Button isBusy={isBusy} onPress={() => void add()}>
        {say(words.add)}
      </Button>
    </div>
  )
}

function faultOf(
  name: BankAccountField,
  value: string | null,
  language: 'id' | 'en',
): string | undefined {
  if (!value) return of(name).isNeeded ? faultText('required', language) : undefined
  const schema: JsonSchema = { ...of(name).schema }
  const code = faultsIn(schema, value)[0]?.code
  return code && faultText(code, language)
}

function BankSearch({
  chosen,
  onChoose,
  fault,
}: {
  chosen: string | null
  onChoose: (code: string | null) => void
  fault: string | undefined
}) {
  const { say } = useSpeech()
  const [search, setSearch] = useState('')
  const all = useAnswer('all', askBanks) ?? []
  const wanted = search.trim().toLowerCase()
  const active = all.filter(({ isActive }) => isActive)
  const found = active.filter(
    ({ code, name, also = [] }) =>
      code === chosen ||
      (wanted !== '' && [code, name, ...also].join(' ').toLowerCase().includes(wanted)),
  )
  const options = found
    .toSorted((a, b) => Number(b.code === chosen) - Number(a.code === chosen))
    .slice(0, SHOWN)
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
  return (
    <>
      <TextField
        label={say(words.search)}
        type="search"
        value={search}
        onChange={setSearch}
        hint={wanted !== '' && options.length === 0 ? say(words.none) : say(words.searchHint)}
        fault={options.length === 0 ? fault : undefined}
      />
      {options.length > 0 && (
        <Radios
          label={say(words.found)}
          options={options}
          value={chosen}
          onChange={onChoose}
          fault={fault}
        />
      )}
    </>
  )
}
