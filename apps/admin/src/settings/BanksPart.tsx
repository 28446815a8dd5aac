import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Table } from 'antd'
import { useState } from 'react'
import { reference } from '@rmtools/contracts/crm/reference'
import { actions } from '@rmtools/look/words'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask, useAct } from '../base/queries.ts'
import { text, useAddress } from '../base/search.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { bankWords } from './reference-words.ts'
import { words } from './words.ts'

type Bank = ReplyOf<'reference', 'banks'>['items'][number]
const readers = { search: text() }

export function BanksPart() {
  const say = useSay()
  const mayNot = useMay(reference.changeBank) === false ? say(words.mayNotPlatform) : undefined
  const [{ search }, change] = useAddress(readers)
  const { data, error, refetch } = useQuery(ask('reference', 'banks', { includeInactive: true }))
  const [edited, setEdited] = useState<Bank | null>(null)
  const wanted = (search ?? '').toLowerCase()
  const banks = (data?.items ?? []).filter(({ code, name, bic, also = [] }) =>
    [code, name, bic, ...also].join(' ').toLowerCase().includes(wanted),
  )
  return (
    <Section title={say(words.banks)}>
      <p className="faint">{say(bankWords.intro)}</p>
      <div>
        <SearchInput value={search} onSearch={(next) => change({ search: next })} />
      </div>
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={10} />}
      {data && banks.length === 0 && <Empty title={say(bankWords.noMatch)} />}
      {banks.length > 0 && (
        <Table<Bank>
          size="small"
          rowKey="code"
          pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={banks}
          columns={[
            {
              title: say(bankWords.code),
              render: (_, { code }) => <span className="mono">{code}</span>,
              width: 80,
            },
            { title: say(bankWords.name), render: (_, { name }) => name },
            {
              title: say(bankWords.bic),
              render: (_, { bic }) => <span className="mono">{bic ?? '–'}</span>,
              width: 140,
            },
            {
              title: say(bankWords.active),
              render: (_, { isActive }) => say(isActive ? bankWords.active : bankWords.inactive),
              width: 120,
            },
            {
              title: <span className="visually-hidden">{say(words.acts)}</span>,
              align: 'right',
              width: 100,
              render: (_, bank) => (
                <WithReason reason={mayNot}>
                  {(described) => (
                    <Button
                      size="small"
                      type="text"
                      {...described}
                      aria-label={say(bankWords.edit, { name: bank.name })}
                      onClick={() => setEdited(bank)}
                    >
                      {say(actions.edit)}
                    </Button>
                  )}
                </WithReason>
              ),
            },
          ]}
        />
      )}
      {edited && <BankForm bank={edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/

function BankForm({ bank, onClose }: { bank: Bank; onClose: () => void }) {
  const say = useSay()
  const [value, setValue] = useState(bank)
  const { run, isPending, problem } = useAct('reference', 'changeBank', { onDone: onClose })
  const isBicWrong = value.bic !== null && !BIC.test(value.bic)
  const submit = () => {
    const { name, bic, isActive } = value
    if (name.trim() !== '' && !isBicWrong)
      void run({ code: bank.code, name: name.trim(), bic, isActive })
  }
  return (
    <FormDialog
      title={say(bankWords.edit, { name: bank.name })}
      act={say(actions.save)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        id="name"
        label={say(bankWords.name)}
        isRequired
        fault={value.name.trim() === '' ? say(words.needed) : null}
      >
        <Input
          id="name"
          autoFocus
          maxLength={150}
          value={value.name}
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
      </Field>
      <Field
        id="bic"
        label={say(bankWords.bic)}
        fault={isBicWrong ? say(bankWords.bicWrong) : null}
      >
        <Input
          id="bic"
          className="mono"
          maxLength={11}
          style={{ width: 180 }}
          value={value.bic ?? ''}
          onChange={(event) =>
            setValue({ ...value, bic: event.target.value.trim().toUpperCase() || null })
          }
        />
      </Field>
      <Checkbox
        checked={value.isActive}
        onChange={(event) => setValue({ ...value, isActive: event.target.checked })}
      >
        {say(bankWords.active)}
      </Checkbox>
    </FormDialog>
  )
}
