import { useState } from 'react'
import { bankAccounts } from '@rmtools/contracts/crm/bank-accounts'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Trouble.tsx'
import { api, banks } from './api.ts'
import { faultsIn, type JsonSchema } from '@rmtools/contracts/crm/kyc-values'
import { useAnswer } from './use-lists.ts'
import type { DraftControl } from './use-draft.ts'
import { bankWords as words } from './words.ts'

const SHOWN = 6
const askBanks = async () => await banks('all')

type Props = { token: string; control: DraftControl; fullName: string; onAdded: () => void }

/** A new account: the bank is searched for, the holder compared with the name. */
export function BankForm({ token, control, fullName, onAdded }: Props) {
  const { language, say } = useSpeech()
  const [bankCode, setBankCode] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const [holderName, setHolderName] = useState(fullName)
  const [branch, setBranch] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [accountId] = useState<string>(() => crypto.randomUUID())
  const faults = {
    bankCode: bankCode === null ? faultText('required', language) : undefined,
    number: faultOf('number', number.trim(), language),
    holderName: faultOf('holderName', holderName.trim(), language),
  }
  const shown = (name: keyof typeof faults) => (isChecked ? faults[name] : undefined)
  const add = async () => {
    setChecked(true)
    if (bankCode === null || Object.values(faults).some((fault) => fault !== undefined)) return
    setProblem(null)
    const given = {
      number: number.trim(),
      holderName: holderName.trim(),
      ...(branch.trim() === '' ? {} : { branch: branch.trim() }),
    }
    await run(async () => {
      try {
        await control.act(
          async () => await api.addBankAccount({ token, accountId, bankCode, ...given }),
        )
        onAdded()
        return true
      } catch (error) {
        setProblem(problemOf(error))
        return false
      }
    })
  }
  const differs =
    holderName.trim() !== '' && fullName !== '' && matchNames(holderName, fullName) === 'weak'
  return (
    <div className="stack-wide">
      <BankSearch chosen={bankCode} onChoose={setBankCode} fault={shown('bankCode')} />
      <TextField
        label={say(words.number)}
        inputMode="numeric"
        isMono
        maxLength={40}
        value={number}
        onChange={setNumber}
        fault={shown('number')}
      />
      <TextField
        label={say(words.holder)}
        autoComplete="name"
        maxLength={150}
        value={holderName}
        onChange={setHolderName}
        fault={shown('holderName')}
        question={differs ? faultText('name-differs', language) : undefined}
      />
      <TextField
        label={say(words.branch)}
        isOptional
        maxLength={100}
        value={branch}
        onChange={setBranch}
      />
      {problem && <Trouble problem={problem} />}
      <Button isBusy={isBusy} onPress={() => void add()}>
        {say(words.add)}
      </Button>
    </div>
  )
}

function faultOf(
  name: 'number' | 'holderName',
  value: string,
  language: 'id' | 'en',
): string | undefined {
  const schema: JsonSchema = { ...bankAccounts.create.body.properties[name] }
  const code = value === '' ? 'required' : faultsIn(schema, value)[0]?.code
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
