import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Company } from '@rmtools/contracts/auth/companies'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { oneOf, text, useAddress } from '../base/search.ts'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Pick } from '../ui/Pick.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { State } from '../ui/State.tsx'
import { Ago } from '../ui/values.tsx'
import { NewCompanyForm } from './NewCompanyForm.tsx'
import { companyState } from './company-state.ts'
import { words } from './words.ts'

const readers = { search: text(), status: oneOf(['active', 'inactive']) }

export function CompaniesPage() {
  const say = useSay()
  const navigate = useNavigate()
  const [{ search, status }, change] = useAddress(readers)
  const [isAdding, setAdding] = useState(false)
  const columns: Column<Company>[] = [
    { key: 'name', title: say(words.name), render: ({ name }) => name, isName: true },
    {
      key: 'code',
      title: say(words.code),
      render: ({ code }) => <span className="mono">{code}</span>,
    },
    {
      key: 'status',
      title: say(words.status),
      render: ({ isActive }) => <State state={companyState(isActive)} />,
    },
    {
      key: 'cutOff',
      title: say(words.cutOff),
      render: ({ settings }) => `${settings.cutOffDefault} WIB`,
    },
    {
      key: 'created',
      title: say(words.created),
      render: ({ createdAt }) => <Ago at={createdAt} />,
      align: 'right',
    },
  ]
  return (
    <Page
      title={say(words.title)}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {say(words.add)}
        </Button>
      }
    >
      <DataTable
        label={say(words.title)}
        name="companies"
        query={askPages('companies', 'list', {
          limit: 50,
          ...(search ? { search } : {}),
          ...(status ? { isActive: status === 'active' } : {}),
        })}
        columns={columns}
        pathOf={({ id }) => paths.company(id)}
        empty={<Empty title={say(words.none)} />}
        toolbar={
          <>
            <SearchInput value={search} onSearch={(next) => change({ search: next })} />
            <Pick
              label={say(words.status)}
              all={say(words.any)}
              value={status}
              options={[
                { value: 'active', label: say(words.active) },
                { value: 'inactive', label: say(words.inactive) },
              ]}
              onPick={(next) => change({ status: next })}
            />
          </>
        }
      />
      {isAdding && (
        <NewCompanyForm
          onDone={(id) => void navigate({ to: paths.company(id) })}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
