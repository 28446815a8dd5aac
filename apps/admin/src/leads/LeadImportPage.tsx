// Imports leads from a spreadsheet: choose a file, map its columns, check without changing
// anything, then import.
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Select } from 'antd'
import { useMemo, useState } from 'react'
import { askedOf } from '@rmtools/contracts/crm/lead-fields'
import {
  headOf,
  importFields,
  neededFields,
  usualColumn,
  type ImportField,
} from '@rmtools/contracts/crm/lead-import-table'
import { TableError } from '@rmtools/contracts/delimited'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { useAct } from '../base/queries.ts'
import { Field, RefusedContext } from '../ui/Field.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportSource } from './ImportSource.tsx'
import { importWords as words } from './import-words.ts'
import styles from './Import.module.css'
import type { Checked } from './checked.ts'

type Mapping = Partial<Record<ImportField, string>>

/**
 * The headings as the server will read them; empty if the text is not a table, so that the check
 * can say why.
 */
function headingsOf(csv: string): string[] {
  try {
    return [...new Set(headOf(csv).columns)].filter((name) => name !== '')
  } catch (error) {
    if (error instanceof TableError) return []
    throw error
  }
}

/** Guesses the column of each field by the usual names. */
function guess(headings: readonly string[]): Mapping {
  const found = importFields.map((field) => [field, headings[usualColumn(field, headings)]])
  return Object.fromEntries(found.filter(([, heading]) => heading !== undefined))
}

export function LeadImportPage() {
  const say = useSay()
  const [csv, setCsv] = useState('')
  const [mapping, setMapping] = useState<Mapping>({})
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = useAct('leadImports', 'create', { onDone: setChecked })
  const store = useAct('leadImports', 'create', {
    touches: ['leads', 'dashboard'],
    onDone: setChecked,
  })
  const headings = useMemo(() => headingsOf(csv), [csv])
  const take = (text: string) => {
    setCsv(text)
    setMapping(guess(headingsOf(text)))
    forget()
  }
  const forget = () => {
    setChecked(null)
    check.clear()
    store.clear()
  }
  const isDone = checked !== null && !checked.dryRun
  return (
    <Page title={say(words.title)} back={<Link to={paths.leads()}>{say(nouns.leads)}</Link>}>
      <p className="faint">{say(words.intro)}</p>
      {!isDone && (
        <>
          <ImportSource csv={csv} onText={take} />
          {csv.trim() !== '' && (
            <Columns
              headings={headings}
              mapping={mapping}
              onMap={(changed) => {
                setMapping({ ...mapping, ...changed })
                forget()
              }}
              check={check}
              onCheck={() => void check.run({ csv, dryRun: true, mapping })}
            />
          )}
        </>
      )}
      {checked && <ImportResult result={checked} />}
      <Refusal problem={store.problem} />
      {checked && !isDone && (
        <div>
          <Button
            type="primary"
            disabled={checked.importable === 0}
            loading={store.isPending}
            onClick={() => void store.run({ csv, dryRun: false, mapping })}
          >
            {checked.importable === 0
              ? say(words.nothing)
              : say(words.act, { count: checked.importable })}
          </Button>
        </div>
      )}
      {isDone && <Done count={checked.imported} onAnother={() => take('')} />}
    </Page>
  )
}

function Done({ count, onAnother }: { count: number; onAnother: () => void }) {
  const say = useSay()
  const action = (
    <div className={styles['actions']}>
      <Link to={paths.leads()}>{say(words.toLeads)}</Link>
      <Button size="small" onClick={onAnother}>
        {say(words.another)}
      </Button>
    </div>
  )
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={say(words.done, { count })}
      action={action}
    />
  )
}

type ColumnsProps = {
  headings: readonly string[]
  mapping: Mapping
  onMap: (changed: Mapping) => void
  check: Pick<ReturnType<typeof useAct<'leadImports', 'create'>>, 'problem' | 'isPending'>
  onCheck: () => void
}

function Columns({ headings, mapping, onMap, check, onCheck }: ColumnsProps) {
  const say = useSay()
  const options = headings.map((heading) => ({ value: heading, label: heading }))
  return (
    <Section title={say(words.columns)}>
      <Refusal problem={check.problem} />
      <RefusedContext value={check.problem}>
        <Form layout="vertical" onFinish={onCheck}>
          <div className={styles['columns']}>
            {importFields.map((field) => (
              <Field
                key={field}
                id={field}
                label={say(askedOf(field))}
                isRequired={neededFields.includes(field)}
              >
                <Select
                  id={field}
                  allowClear
                  placeholder={say(words.noColumn)}
                  value={mapping[field] ?? null}
                  onChange={(heading: string | undefined) =>
                    onMap({ [field]: heading ?? undefined })
                  }
                  options={options}
                />
              </Field>
            ))}
          </div>
          <div className={styles['actions']}>
            <Button
              type="primary"
              htmlType="submit"
              loading={check.isPending}
              disabled={headings.length > 0 && !(mapping.fullName && mapping.phone)}
            >
              {say(words.check)}
            </Button>
            <span className="faint">{say(words.checkHint)}</span>
          </div>
        </Form>
      </RefusedContext>
    </Section>
  )
}
