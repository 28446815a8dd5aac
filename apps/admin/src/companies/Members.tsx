import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { memberAlready, type Member } from '@rmtools/contracts/auth/companies'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { notFound } from '@rmtools/contracts/problem'
import { problemText } from '@rmtools/look/problems'
import { userStates } from '@rmtools/look/states'
import { roles } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { askPages, useAct } from '../base/queries.ts'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { State } from '../ui/State.tsx'
import { Ago } from '../ui/values.tsx'
import { words } from './words.ts'

const tenantRoles = systemRoles.filter((role) => role !== 'platform-admin')

/** The query for the members of a company. */
export const membersOf = (id: string, search?: string) =>
  askPages('companies', 'members', { id, limit: 20, ...(search ? { search } : {}) })

/** The members of the company. */
export function Members({ id }: { id: string }) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const [search, setSearch] = useState<string>()
  const roleWord = (code: string) => {
    const system = systemRoles.find((role) => role === code)
    return system ? say(roles[system]) : code
  }
  const columns: Column<Member>[] = [
    { key: 'name', title: say(words.name), render: ({ fullName }) => fullName, isName: true },
    { key: 'email', title: say(words.email), render: ({ email }) => email },
    { key: 'role', title: say(words.role), render: ({ role }) => roleWord(role) },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status }) => <State state={userStates[status]} />,
    },
    {
      key: 'joined',
      title: say(words.joined),
      render: ({ joinedAt }) => <Ago at={joinedAt} />,
      align: 'right',
    },
  ]
  return (
    <Section
      title={say(words.members)}
      actions={<Button onClick={() => setAdding(true)}>{say(words.addMember)}</Button>}
    >
      <DataTable
        label={say(words.members)}
        name="members"
        query={membersOf(id, search)}
        columns={columns}
        empty={<Empty title={say(search ? words.noMember : words.noMembers)} />}
        toolbar={<SearchInput value={search} onSearch={setSearch} />}
      />
      {isAdding && <MemberForm id={id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function MemberForm({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<string>('rm')
  const { run, isPending, problem } = useAct('companies', 'addMember', {
    onDone: ({ waits }) => {
      if (waits) void message.info(say(words.offerWaits))
      onClose()
    },
  })
  const isUnknown = problem?.code === notFound.code
  const isOfEmail = isUnknown || problem?.code === memberAlready.code
  const refusal = isOfEmail ? problemText(problem.code, say.language) : null
  const fault = isUnknown ? say(words.notFound) : refusal
  const submit = () => {
    if (email.trim() !== '') void run({ id, email: email.trim(), role })
  }
  return (
    <FormDialog
      title={say(words.addMember)}
      act={say(words.addMember)}
      isPending={isPending}
      problem={isOfEmail ? null : problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        id="email"
        label={say(words.email)}
        isRequired
        hint={say(words.memberHint)}
        fault={fault}
      >
        <Input
          id="email"
          autoFocus
          inputMode="email"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field id="role" label={say(words.role)} isRequired>
        <Select
          id="role"
          value={role}
          onChange={setRole}
          options={tenantRoles.map((code) => ({ value: code, label: say(roles[code]) }))}
        />
      </Field>
    </FormDialog>
  )
}
