// A role of the company, new or changed: its name and permissions.
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { roleCodeTaken, type Role } from '@rmtools/contracts/auth/roles'
import { staleVersion } from '@rmtools/contracts/problem'
import { problemText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { refresh, useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { useDraft } from '../ui/draft.ts'
import { Field, RefusedContext } from '../ui/Field.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { Stale } from '../ui/Stale.tsx'
import { PermissionMatrix } from './PermissionMatrix.tsx'
import { permissionWord } from './permission-words.ts'
import { roleWords as words } from './role-words.ts'

type Props = {
  /** A new role starts with the permissions of another, or with none. */
  role: Pick<Role, 'id' | 'name' | 'code' | 'permissions' | 'userCount' | 'version'>
  isNew: boolean
  permissions: readonly string[]
  onDone: (code: string) => void
  onCancel: () => void
}

const CODE = /^[a-z][a-z0-9-]{1,48}$/

export function RoleEditor({ role, isNew, permissions, onDone, onCancel }: Props) {
  const say = useSay()
  const { message } = App.useApp()
  const draft = useDraft(role, ['name', 'permissions'])
  const [isTried, setTried] = useState(false)
  const create = useAct('roles', 'create', { onDone: (made) => onDone(made.code) })
  const update = useAct('roles', 'update', {
    touches: ['users', 'pendingAdministration'],
    onDone: ({ code, waits }) => {
      if (waits) void message.info(say(secondPerson.asked))
      onDone(code)
    },
  })
  const problem = create.problem ?? update.problem
  const { name, code, permissions: given } = draft.value
  const isCodeWrong = isNew && !CODE.test(code)
  const submit = async () => {
    setTried(true)
    if (name.trim() === '' || isCodeWrong) return
    const content = { name: name.trim(), permissions: given }
    if (isNew) await create.run({ code, ...content })
    else if (!draft.isChanged) onCancel()
    else if (!(await update.run({ id: role.id, version: draft.version, changes: content })))
      await refresh('roles')
  }
  const missingName =
    isTried && name.trim() === '' ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null
  const wrongCode = isTried && isCodeWrong ? say(words.codeWrong) : null
  const codeFault =
    problem?.code === roleCodeTaken.code ? problemText(problem.code, say.language) : wrongCode
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      {!(problem?.code === staleVersion.code && draft.theirs.length > 0) && (
        <Refusal problem={problem} />
      )}
      <Stale
        draft={draft}
        label={(field) => say(field === 'name' ? words.name : words.permissions)}
        show={(_, value) =>
          Array.isArray(value)
            ? value.map((one: string) => say(permissionWord(one))).join(', ')
            : String(value)
        }
      />
      <RefusedContext value={problem}>
        <Naming
          name={name}
          code={isNew ? code : null}
          faults={{ name: missingName, code: codeFault }}
          onChange={draft.set}
        />
      </RefusedContext>
      <PermissionMatrix
        permissions={permissions}
        given={given}
        onChange={(next) => draft.set({ permissions: next })}
      />
      <p className="faint" style={{ margin: '12px 0' }}>
        {say(words.given, { count: given.length, all: permissions.length })}
        {role.userCount > 0 && !isNew && ` · ${say(words.sessionsEnd, { count: role.userCount })}`}
      </p>
      <Buttons
        isNew={isNew}
        isPending={create.isPending || update.isPending}
        isDisabled={draft.theirs.length > 0}
        onCancel={onCancel}
      />
    </Form>
  )
}

type NamingProps = {
  name: string
  /** Null where the role has its code already. */
  code: string | null
  faults: { name: string | null; code: string | null }
  onChange: (changes: { name?: string; code?: string }) => void
}

function Naming({ name, code, faults, onChange }: NamingProps) {
  const say = useSay()
  return (
    <>
      <Field id="name" label={say(words.name)} isRequired fault={faults.name}>
        <Input
          id="name"
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      {code !== null && (
        <Field
          id="code"
          label={say(words.code)}
          isRequired
          hint={say(words.codeHint)}
          fault={faults.code}
        >
          <Input
            id="code"
            className="mono"
            maxLength={49}
            value={code}
            onChange={(event) => onChange({ code: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}

type ButtonsProps = {
  isNew: boolean
  isPending: boolean
  isDisabled: boolean
  onCancel: () => void
}

function Buttons({ isNew, isPending, isDisabled, onCancel }: ButtonsProps) {
  const say = useSay()
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button type="primary" htmlType="submit" loading={isPending} disabled={isDisabled}>
        {say(isNew ? words.add : actions.save)}
      </Button>
      <Button onClick={onCancel}>{say(actions.cancel)}</Button>
    </div>
  )
}
