import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { ENTRY_ID, type audit, type AuditEntry } from '@rmtools/contracts/auth/audit'
import type { Input as InputOfCall } from '@rmtools/contracts/endpoint'
import { formatCount, formatInstant } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { ask, askPages } from '../base/queries.ts'
import { date, id, text, useAddress, type Reader, type SearchOf } from '../base/search.ts'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Exports } from '../ui/Download.tsx'
import { endOfDay, fromLocal } from '../ui/instants.ts'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Period } from '../ui/Period.tsx'
import { Pick } from '../ui/Pick.tsx'
import { PersonSelect } from '../ui/selects.tsx'
import { At, Code } from '../ui/values.tsx'
import { OpenedEntry } from './AuditEntryDrawer.tsx'
import { differencesOf } from './differences.ts'
import { actionWords, actorWords, entityWords } from '@rmtools/look/audit-words'
import { actionText, entityText, words } from './words.ts'
import styles from './audit.module.css'

const isEntry = new RegExp(ENTRY_ID)
const entryNumber: Reader<string> = (raw) => {
  const value = text()(raw)
  return value !== undefined && isEntry.test(value) ? value : undefined
}
const readers = {
  actor: id,
  entity: text(80),
  entityId: text(80),
  action: text(80),
  ip: text(80),
  from: date,
  to: date,
  entry: entryNumber,
}
type Address = SearchOf<typeof readers>

export function AuditPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const [shown, setShown] = useState<AuditEntry>()
  const filter = filterOf(address)
  const open = (entry: AuditEntry) => {
    setShown(entry)
    change({ entry: entry.id })
  }
  return (
    <Page
      title={say(nouns.auditTrail)}
      aside={<ChainStatus />}
      actions={<Exports files={{ csv: fileOf('audit', 'export', filter) }} />}
    >
      <DataTable
        label={say(nouns.auditTrail)}
        name="audit"
        query={askPages('audit', 'trail', { ...filter, limit: 50 })}
        columns={columnsOf(say, open)}
        empty={<Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
        toolbar={<Filters address={address} change={change} />}
      />
      {address.entry && (
        <OpenedEntry
          key={address.entry}
          id={address.entry}
          shown={shown}
          onClose={() => change({ entry: undefined })}
          onFilter={(next) => change({ ...cleared, ...next })}
        />
      )}
    </Page>
  )
}

const cleared: Record<keyof Address, undefined> = {
  actor: undefined,
  entity: undefined,
  entityId: undefined,
  action: undefined,
  ip: undefined,
  from: undefined,
  to: undefined,
  entry: undefined,
}

/** The API filters by UTC times; people search by days in Jakarta. */
function filterOf({ from, to, entry: _, ...rest }: Address): InputOfCall<typeof audit.export> {
  const start = from && fromLocal(`${from}T00:00`)
  return { ...rest, ...(start ? { from: start } : {}), ...(to ? { to: endOfDay(to) } : {}) }
}

function columnsOf(say: Say, open: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  return [
    { key: 'at', title: say(words.at), render: ({ at }) => <At at={at} /> },
    {
      key: 'actor',
      title: say(words.actor),
      render: ({ actorName, actorKind }) =>
        actorName ?? <span className="faint">{say(actorWords[actorKind])}</span>,
    },
    {
      key: 'action',
      title: say(words.action),
      render: (entry) => <span className="nowrap">{actionText(say, entry)}</span>,
    },
    {
      key: 'entity',
      title: say(words.entity),
      render: (entry) => (
        <button
          type="button"
          className={styles['open']}
          aria-label={say(words.open, {
            entity: entityText(say, entry.entity),
            at: formatInstant(entry.at, say.language),
          })}
          onClick={() => open(entry)}
        >
          {entityText(say, entry.entity)}
        </button>
      ),
    },
    {
      key: 'id',
      title: 'ID',
      render: ({ entityId }) => (
        <span title={entityId}>
          <Code>{entityId.slice(0, SHORT)}</Code>
        </span>
      ),
    },
    {
      key: 'fields',
      title: say(words.fields),
      render: (entry) => <span className="faint">{fieldsText(say, entry)}</span>,
      isMinor: true,
    },
    { key: 'ip', title: say(words.ip), render: ({ ip }) => <Code>{ip}</Code>, isMinor: true },
  ]
}

const SHORT = 8
const SHOWN = 2

function fieldsText(say: Say, { before, after }: AuditEntry): string {
  const fields = differencesOf(before, after)
    .filter(({ kind }) => kind !== 'kept')
    .map(({ field }) => field)
  const first = fields.slice(0, SHOWN).join(', ')
  return fields.length <= SHOWN ? first : say(words.more, { first, n: fields.length - SHOWN })
}

function Filters({
  address,
  change,
}: {
  address: Address
  change: (changes: Partial<Address>) => void
}) {
  const say = useSay()
  const optionsOf = (
    of: Readonly<Record<string, { id: string; en: string }>>,
    value: string | undefined,
  ) =>
    [...new Set([...Object.keys(of), ...(value ? [value] : [])])].map((code) => ({
      value: code,
      label: of[code] ? say(of[code]) : code,
    }))
  return (
    <>
      <PersonSelect
        placeholder={say(words.anyActor)}
        value={address.actor}
        onChange={(actor) => change({ actor })}
      />
      <Pick
        label={say(words.entity)}
        all={say(words.anyEntity)}
        value={address.entity}
        options={optionsOf(entityWords, address.entity)}
        onPick={(entity) => change({ entity })}
        isSearchable
      />
      <Typed
        label={say(words.entityId)}
        value={address.entityId}
        onDone={(entityId) => change({ entityId })}
      />
      <Pick
        label={say(words.action)}
        all={say(words.anyAction)}
        value={address.action}
        options={optionsOf(actionWords, address.action)}
        onPick={(action) => change({ action })}
      />
      <Typed label={say(words.ip)} value={address.ip} onDone={(ip) => change({ ip })} />
      <Period
        label={say(words.at)}
        value={address}
        onChange={({ from, to }) => change({ from, to })}
      />
    </>
  )
}

/** An exact value: the search starts after a pause in typing. */
function Typed({
  label,
  value,
  onDone,
}: {
  label: string
  value: string | undefined
  onDone: (value: string | undefined) => void
}) {
  const done = (typed: string) =>
    (typed.trim() || undefined) !== value && onDone(typed.trim() || undefined)
  return (
    <Input
      key={value}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={80}
      allowClear
      style={{ width: 130 }}
      onPressEnter={({ currentTarget }) => done(currentTarget.value)}
      onBlur={({ currentTarget }) => done(currentTarget.value)}
      onClear={() => done('')}
    />
  )
}

const ASK_MS = 30_000

/** How far the trail is sealed, and the last head that was signed outside the database. */
function ChainStatus() {
  const say = useSay()
  const { data } = useQuery({ ...ask('audit', 'status', {}), refetchInterval: ASK_MS })
  if (!data) return null
  const { sealed, hash, signedSeq, signedAt } = data
  const signed =
    signedSeq === null || signedAt === null
      ? say(words.unsigned)
      : say(words.signed, {
          n: formatCount(signedSeq, say.language),
          at: formatInstant(signedAt, say.language),
        })
  return (
    <span className={styles['chain']}>
      {say(words.sealed, { n: formatCount(sealed, say.language) })} · {signed}
      {hash && (
        <>
          {' '}
          · {say(words.head)}{' '}
          <span className="mono" title={hash}>
            {hash.slice(0, SHORT)}
          </span>
        </>
      )}
    </span>
  )
}
