// Roles: built-in ones are read-only; the company composes its own from permissions.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { roles as contract, type Role } from '@rmtools/contracts/auth/roles'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask, useAct } from '../base/queries.ts'
import { text, useAddress } from '../base/search.ts'
import { useWaitingOf } from '../second-person/changes.ts'
import { WaitingHere } from '../second-person/WaitingHere.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { PermissionMatrix } from './PermissionMatrix.tsx'
import { RoleEditor } from './RoleEditor.tsx'
import { roleWords as words } from './role-words.ts'
import { useRoles } from './role-names.ts'
import { words as people } from './words.ts'
import styles from './People.module.css'

const readers = { role: text(50) }
type Editing = {
  role: Pick<Role, 'id' | 'name' | 'code' | 'permissions' | 'userCount' | 'version'>
  isNew: boolean
} | null
const blank = { id: '', name: '', code: '', permissions: [], userCount: 0, version: 0 }

export function RolesPage() {
  const say = useSay()
  const { nameOf } = useRoles()
  const mayManage = useMay(contract.create)
  const { data, error, refetch } = useQuery(ask('roles', 'list'))
  const [{ role: code }, change] = useAddress(readers)
  const [editing, setEditing] = useState<Editing>(null)
  const chosen = data?.items.find((role) => role.code === code) ?? data?.items[0]
  const show = (role: Role) => {
    setEditing(null)
    change({ role: role.code })
  }
  return (
    <Page
      title={say(words.title)}
      back={<Link to={paths.people()}>{say(people.title)}</Link>}
      actions={
        <WithReason reason={mayManage === false ? say(words.mayNot) : undefined}>
          {(described) => (
            <Button
              type="primary"
              {...described}
              onClick={() => setEditing({ role: blank, isNew: true })}
            >
              {say(words.add)}
            </Button>
          )}
        </WithReason>
      }
    >
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={10} isFramed />}
      {data && (
        <div className={styles['roles']}>
          <ul className={styles['list']}>
            {data.items.map((role) => (
              <li key={role.id}>
                <button
                  type="button"
                  aria-pressed={!editing?.isNew && role.id === chosen?.id}
                  onClick={() => show(role)}
                >
                  <strong>{nameOf(role.code)}</strong>
                  <small>
                    {say(role.isSystem ? words.system : words.own)} · {holders(role.userCount, say)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          {editing && (
            <Section title={editing.isNew ? say(words.add) : nameOf(editing.role.code)}>
              <RoleEditor
                key={editing.role.code}
                role={
                  editing.isNew
                    ? editing.role
                    : (data.items.find(({ id }) => id === editing.role.id) ?? editing.role)
                }
                isNew={editing.isNew}
                permissions={data.permissions}
                onDone={(done) => {
                  setEditing(null)
                  change({ role: done })
                }}
                onCancel={() => setEditing(null)}
              />
            </Section>
          )}
          {!editing && chosen && (
            <RoleDetail role={chosen} permissions={data.permissions} onEdit={setEditing} />
          )}
          {!editing && !chosen && <Empty title={say(words.pick)} />}
        </div>
      )}
    </Page>
  )
}

const holders = (count: number, say: ReturnType<typeof useSay>) =>
  say(count === 1 ? words.holdersOne : words.holders, { count })

type DetailProps = {
  role: Role
  permissions: readonly string[]
  onEdit: (editing: Editing) => void
}

function RoleDetail({ role, permissions, onEdit }: DetailProps) {
  const say = useSay()
  const { nameOf } = useRoles()
  const [isRemoving, setRemoving] = useState(false)
  const reader = useMay(contract.update) === false ? say(words.mayNot) : undefined
  const fixed = reader ?? (role.isSystem ? say(words.systemFixed) : undefined)
  const inUse = role.userCount > 0 ? say(words.inUse, { count: role.userCount }) : undefined
  const { run, isPending, problem } = useAct('roles', 'remove', {
    onDone: () => setRemoving(false),
  })
  const name = nameOf(role.code)
  const waiting = useWaitingOf({ subject: role.id })
  return (
    <Section
      title={name}
      actions={
        <span>
          <WithReason reason={fixed ?? inUse}>
            {(described) => (
              <Button
                type="text"
                danger={!described.disabled}
                {...described}
                onClick={() => setRemoving(true)}
              >
                {say(actions.remove)}
              </Button>
            )}
          </WithReason>{' '}
          <WithReason reason={reader}>
            {(described) => (
              <Button
                {...described}
                onClick={() =>
                  onEdit({ role: { ...blank, permissions: role.permissions }, isNew: true })
                }
              >
                {say(words.copy)}
              </Button>
            )}
          </WithReason>{' '}
          <WithReason reason={fixed}>
            {(described) => (
              <Button {...described} onClick={() => onEdit({ role, isNew: false })}>
                {say(actions.edit)}
              </Button>
            )}
          </WithReason>
        </span>
      }
    >
      <p className="faint">
        <span className="mono">{role.code}</span> · {holders(role.userCount, say)}
      </p>
      <WaitingHere changes={waiting.items} />
      {/* A system role may hold permissions that a company cannot grant. */}
      <PermissionMatrix
        permissions={[...new Set([...permissions, ...role.permissions])]}
        given={role.permissions}
      />
      {isRemoving && (
        <ConfirmDialog
          title={say(words.removeTitle, { name })}
          act={say(words.remove)}
          isDangerous
          problem={problem}
          isPending={isPending}
          onAct={() => void run({ id: role.id })}
          onClose={() => setRemoving(false)}
        >
          <p>{say(words.removeHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
