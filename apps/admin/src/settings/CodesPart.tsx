// The S-INVEST codes, list by list; changed ones can be reset to the default.
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Table } from 'antd'
import { useState } from 'react'
import {
  codeListEntries,
  codeListNames,
  type CodeListEntry,
} from '@rmtools/contracts/crm/code-lists'
import { actions } from '@rmtools/look/words'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask, refresh, useAct } from '../base/queries.ts'
import { oneOf, useAddress } from '../base/search.ts'
import { useDraft } from '../ui/draft.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Pick } from '../ui/Pick.tsx'
import { Section } from '../ui/Page.tsx'
import { Stale } from '../ui/Stale.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { codeWords, listWords } from './reference-words.ts'
import { words } from './words.ts'

type Entry = ReplyOf<'codeListEntries', 'list'>['items'][number]
const readers = { list: oneOf(codeListNames) }

export function CodesPart() {
  const say = useSay()
  const mayNot = useMay(codeListEntries.put) === false ? say(words.mayNotCompany) : undefined
  const { data, error, refetch } = useQuery(ask('codeListEntries', 'list'))
  const [{ list = 'education' }, change] = useAddress(readers)
  const [edited, setEdited] = useState<string | null>(null)
  const labelOf = ({ labelId, labelEn }: Entry) => (say.language === 'id' ? labelId : labelEn)
  const entry = data?.items.find((one) => one.list === list && one.code === edited)
  return (
    <Section title={say(words.codes)}>
      <p className="faint">{say(codeWords.intro)}</p>
      <div>
        <Pick
          label={say(codeWords.list)}
          all={say(codeWords.list)}
          value={list}
          isSearchable
          options={codeListNames.map((name) => ({ value: name, label: say(listWords[name]) }))}
          onPick={(next) => change({ list: next })}
        />
      </div>
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={6} />}
      {data && (
        <Table<Entry>
          size="small"
          rowKey="code"
          pagination={false}
          dataSource={data.items.filter((one) => one.list === list)}
          columns={[
            { title: say(codeWords.entry), render: (_, one) => labelOf(one) },
            {
              title: say(codeWords.code),
              render: (_, { sinvestCode, version }) => (
                <>
                  <span className="mono">{sinvestCode}</span>{' '}
                  <small className="faint">
                    {say(version === 0 ? codeWords.default : codeWords.changed)}
                  </small>
                </>
              ),
            },
            {
              title: <span className="visually-hidden">{say(words.acts)}</span>,
              align: 'right',
              render: (_, one) => (
                <WithReason reason={mayNot}>
                  {(described) => (
                    <Button
                      size="small"
                      {...described}
                      aria-label={say(codeWords.edit, { name: labelOf(one) })}
                      onClick={() => setEdited(one.code)}
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
      {entry && <CodeForm entry={entry} name={labelOf(entry)} onClose={() => setEdited(null)} />}
    </Section>
  )
}

const CODE = /^[A-Za-z0-9 ._-]{1,40}$/

function CodeForm({
  entry,
  name,
  onClose,
}: {
  entry: CodeListEntry
  name: string
  onClose: () => void
}) {
  const say = useSay()
  const draft = useDraft(entry, ['sinvestCode'])
  const { run, isPending, problem } = useAct('codeListEntries', 'put', { onDone: onClose })
  const { list, code } = entry
  const typed = draft.value.sinvestCode.trim()
  const save = async (sinvestCode: string | null) => {
    if (sinvestCode !== null && !CODE.test(sinvestCode)) return
    if (!(await run({ list, code, sinvestCode, version: draft.version })))
      await refresh('codeListEntries')
  }
  return (
    <FormDialog
      title={say(codeWords.edit, { name })}
      act={say(actions.save)}
      isPending={isPending}
      isDisabled={draft.theirs.length > 0}
      problem={draft.theirs.length > 0 ? null : problem}
      onSubmit={() => void save(typed)}
      onClose={onClose}
    >
      <Stale draft={draft} label={() => say(codeWords.code)} show={(_, value) => String(value)} />
      <Field
        id="sinvestCode"
        label={say(codeWords.code)}
        isRequired
        fault={CODE.test(typed) ? null : say(codeWords.wrong)}
      >
        <Input
          id="sinvestCode"
          className="mono"
          autoFocus
          maxLength={40}
          value={draft.value.sinvestCode}
          onChange={(event) => draft.set({ sinvestCode: event.target.value })}
        />
      </Field>
      {entry.version > 0 && (
        <Button size="small" onClick={() => void save(null)}>
          {say(codeWords.backToDefault)}
        </Button>
      )}
    </FormDialog>
  )
}
