// The result of a check or an import: figures, then the rows that need attention.
import { Table } from 'antd'
import { MAX_IMPORT_FAULTS, type ImportFault } from '@rmtools/contracts/crm/lead-imports'
import { askedOf } from '@rmtools/contracts/crm/lead-fields'
import { importFields } from '@rmtools/contracts/crm/lead-import-table'
import { faultText } from '@rmtools/look/faults'
import { formatCount } from '@rmtools/look/format'
import { problemText, problemWords } from '@rmtools/look/problems'
import type { Language } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Page.tsx'
import { importWords as words } from './import-words.ts'
import type { Checked } from './checked.ts'
import { duplicateWords } from './words.ts'

export function ImportResult({ result }: { result: Checked }) {
  const say = useSay()
  const count = (value: number) => (
    <span className="figures">{formatCount(value, say.language)}</span>
  )
  const fieldOf = (name: string) => {
    const field = importFields.find((one) => one === name)
    return field ? say(askedOf(field)) : name
  }
  return (
    <Section title={say(words.result)}>
      <KeyValues
        items={[
          [say(words.rows), count(result.rows)],
          [say(words.importable), count(result.importable)],
          [say(words.faulty), count(result.faultyRows)],
          [say(words.duplicates), count(result.duplicateRows)],
        ]}
      />
      {result.ignoredColumns.length > 0 && (
        <p className="faint">{say(words.ignored, { columns: result.ignoredColumns.join(', ') })}</p>
      )}
      {result.errors.length > 0 && (
        <section aria-label={say(words.faultsTable)}>
          <h3>{say(words.faultsTable)}</h3>
          <Table<ImportFault>
            size="small"
            rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
            dataSource={[...result.errors]}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: say(words.row), render: (_, { row }) => row, width: 80, align: 'right' },
              {
                title: say(words.column),
                render: (_, { field, column }) => column ?? fieldOf(field),
                width: 180,
              },
              {
                title: say(words.value),
                render: (_, { value }) => value,
                width: 220,
                ellipsis: true,
              },
              { title: say(words.fault), render: (_, { code }) => wordsOf(code, say.language) },
            ]}
          />
        </section>
      )}
      {result.duplicates.length > 0 && (
        <section aria-label={say(words.duplicatesTable)}>
          <h3>{say(words.duplicatesTable)}</h3>
          <Table
            size="small"
            rowKey={({ row, kind, matches, rmName }) => `${row} ${kind} ${matches} ${rmName}`}
            dataSource={[...result.duplicates]}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: say(words.row), render: (_, { row }) => row, width: 80, align: 'right' },
              {
                title: say(words.matches),
                render: (_, { kind, matches, rmName }) =>
                  say(duplicateWords[kind][matches], { rm: rmName ?? 'RM' }),
              },
            ]}
          />
        </section>
      )}
      {Math.max(result.errors.length, result.duplicates.length) >= MAX_IMPORT_FAULTS && (
        <p className="faint">{say(words.firstFaults)}</p>
      )}
    </Section>
  )
}

const wordsOf = (code: string, language: Language) =>
  code in problemWords ? problemText(code, language) : faultText(code, language)
