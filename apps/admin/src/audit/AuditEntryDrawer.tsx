import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Drawer } from 'antd'
import type { AuditEntry } from '@rmtools/contracts/auth/audit'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { At, Code } from '../ui/values.tsx'
import { differencesOf, MASK, textOf, type Difference } from './differences.ts'
import { actorWords } from '@rmtools/look/audit-words'
import { actionText, entityText, fieldText, words } from './words.ts'
import styles from './audit.module.css'

type Props = {
  entry: AuditEntry
  onClose: () => void
  onFilter: (filter: { actor?: string; entity?: string; entityId?: string }) => void
}

const pathOf: Readonly<Record<string, (id: string) => string>> = {
  lead: paths.lead,
  investor: paths.investor,
  instruction: paths.instruction,
  auth_user: paths.person,
}

/** The record's screen; for a part of an investor (a document, an account) the investor's. */
function recordPath({ entity, entityId, before, after }: AuditEntry): string | undefined {
  const values = new Map<string, unknown>(Object.entries({ ...before, ...after }))
  const investorId = values.get('investor_id') ?? values.get('investorId')
  return (
    pathOf[entity]?.(entityId) ??
    (typeof investorId === 'string' ? paths.investor(investorId) : undefined)
  )
}

type OpenedProps = Omit<Props, 'entry'> & {
  id: string
  /** The entry, if the list has loaded it. */
  shown: AuditEntry | undefined
}

/** The entry in the address, wherever it is in the trail. */
export function OpenedEntry({ id, shown, ...acts }: OpenedProps) {
  const say = useSay()
  const known = shown?.id === id ? shown : undefined
  const { data, error, isPending, refetch } = useQuery({
    ...ask('audit', 'trail', { id, limit: 1 }),
    enabled: known === undefined,
  })
  const entry = known ?? data?.items[0]
  if (entry) return <AuditEntryDrawer entry={entry} {...acts} />
  return (
    <Drawer open size={720} onClose={acts.onClose} title={say(words.entry)}>
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting rows={8} />}
      {data && <Empty title={say(words.noEntry)}>{say(words.noEntryHint)}</Empty>}
    </Drawer>
  )
}

/** One entry: who, from where, and each field before and after. */
function AuditEntryDrawer({ entry, onClose, onFilter }: Props) {
  const say = useSay()
  const { message } = App.useApp()
  const {
    entity,
    entityId,
    actorId,
    actorKind,
    actorName,
    at,
    ip,
    device,
    requestId,
    before,
    after,
  } = entry
  const copyAddress = () =>
    void navigator.clipboard
      .writeText(location.href)
      .then(() => message.success(say(words.linkCopied)))
  const record = recordPath(entry)
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={`${actionText(say, entry)}: ${entityText(say, entity)}`}
    >
      <KeyValues
        items={[
          [say(words.at), <At at={at} />],
          [say(words.actor), actorName ?? say(actorWords[actorKind])],
          [say(words.record), <Code>{entityId}</Code>],
          [say(words.ip), <Code>{ip}</Code>],
          [say(words.device), device],
          [say(words.requestId), <Code>{requestId}</Code>],
        ]}
      />
      <div className={styles['links']}>
        <button type="button" className={styles['link']} onClick={copyAddress}>
          {say(words.copyLink)}
        </button>
        {record && <Link to={record}>{say(words.openRecord)}</Link>}
        <button
          type="button"
          className={styles['link']}
          onClick={() => onFilter({ entity, entityId })}
        >
          {say(words.allOfRecord)}
        </button>
        {actorId && (
          <button
            type="button"
            className={styles['link']}
            onClick={() => onFilter({ actor: actorId })}
          >
            {say(words.allOfActor)}
          </button>
        )}
      </div>
      <FieldTable entity={entity} differences={differencesOf(before, after)} />
    </Drawer>
  )
}

/** The field's label on the screens if there is one, and its name in the record. */
function FieldName({ entity, field }: { entity: string; field: string }) {
  const say = useSay()
  const label = fieldText(say, entity, field)
  const name = <span className="mono">{field}</span>
  return label === undefined ? (
    name
  ) : (
    <>
      {label} {name}
    </>
  )
}

/** Values before and after, field by field; the kind of change is named as well as coloured. */
function FieldTable({
  entity,
  differences,
}: {
  entity: string
  differences: readonly Difference[]
}) {
  const say = useSay()
  if (differences.length === 0) return <Empty title={say(words.nothing)} />
  return (
    <table className={styles['fields']}>
      <thead>
        <tr>
          <th scope="col">{say(words.field)}</th>
          <th scope="col">{say(words.before)}</th>
          <th scope="col">{say(words.after)}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, kind, before, after }) => (
          <tr key={field} data-kind={kind}>
            <th scope="row">
              <FieldName entity={entity} field={field} />
              <span className={styles['kind']}>{say(words[kind])}</span>
            </th>
            <td>
              {kind === 'kept' || kind === 'added' ? (
                <Value value={before} />
              ) : (
                <del>
                  <Value value={before} />
                </del>
              )}
            </td>
            <td>
              {kind === 'kept' || kind === 'removed' ? (
                <Value value={after} />
              ) : (
                <ins>
                  <Value value={after} />
                </ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value }: { value: unknown }) {
  const say = useSay()
  if (value === null || value === undefined)
    return <span className="faint">{say(words.nobody)}</span>
  if (value === MASK) return <em>{say(words.masked)}</em>
  return <>{textOf(value)}</>
}
