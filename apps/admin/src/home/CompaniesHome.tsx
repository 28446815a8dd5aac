import { Link } from '@tanstack/react-router'
import { companies, type Company } from '@rmtools/contracts/auth/companies'
import type { State as LookState } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Code, Day } from '../ui/values.tsx'
import { words } from './words.ts'

const active: LookState = { tone: 'done', word: words.active }
const inactive: LookState = { tone: 'closed', word: words.inactive }

/** The home of users who administer companies and have no figures of one. */
export function CompaniesHome() {
  const say = useSay()
  const may = useMay(companies.list)
  return (
    <Page
      title={say(words.title)}
      actions={may && <Link to={paths.companies()}>{say(words.allCompanies)}</Link>}
    >
      {may === false ? (
        <Empty title={say(words.nothing)} />
      ) : (
        <DataTable<Company>
          label={say(words.companies)}
          name="home-companies"
          query={askPages('companies', 'list', { limit: 50 })}
          pathOf={({ id }) => paths.company(id)}
          empty={<Empty title={say(words.noCompanies)} />}
          columns={[
            { key: 'name', title: say(words.company), render: ({ name }) => name, isName: true },
            { key: 'code', title: say(words.code), render: ({ code }) => <Code>{code}</Code> },
            {
              key: 'state',
              title: say(words.status),
              render: ({ isActive }) => <State state={isActive ? active : inactive} />,
            },
            {
              key: 'created',
              title: say(words.created),
              align: 'right',
              render: ({ createdAt }) => <Day date={createdAt} />,
            },
          ]}
        />
      )}
    </Page>
  )
}
