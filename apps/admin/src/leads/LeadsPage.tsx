import { Select } from 'antd'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { paths } from '../app/paths.ts'
import { askPages, type ItemOf } from '../app/queries.ts'
import { oneOf, text, useAddress } from '../app/search.ts'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { words } from './words.ts'

type Lead = ItemOf<'leads', 'list'>
const readers = { search: text(), status: oneOf(leadStatuses) }

export function LeadsPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const isFiltered = Object.keys(address).length > 0
  const columns: Column<Lead>[] = [
    { key: 'name', title: say(words.name), render: ({ fullName }) => fullName, isName: true },
    { key: 'phone', title: say(words.phone), render: ({ phone }) => <Code>{phone}</Code> },
    { key: 'status', title: say(words.stage), render: ({ status }) => <State state={leadStates[status]} /> },
    { key: 'rm', title: 'RM', render: ({ rmName }) => rmName },
    { key: 'followUp', title: say(nouns.followUp), render: ({ nextFollowUpAt }) => <Ago at={nextFollowUpAt} />, isMinor: true },
    { key: 'created', title: say(words.created), render: ({ createdAt }) => <Ago at={createdAt} />, align: 'right' },
  ]
  return (
    <Page title={say(nouns.leads)}>
      <DataTable
        label={say(nouns.leads)}
        name="leads"
        query={askPages('leads', 'list', { ...address, limit: 50, count: true })}
        columns={columns}
        pathOf={({ id }) => paths.lead(id)}
        empty={<Empty title={say(isFiltered ? words.noMatch : words.empty)}>{say(isFiltered ? words.noMatchHint : words.emptyHint)}</Empty>}
        toolbar={
          <>
            <SearchInput value={address.search} onSearch={(search) => change({ search })} />
            <Select
              aria-label={say(words.stage)}
              allowClear
              placeholder={say(words.allStages)}
              value={address.status ?? null}
              onChange={(status) => change({ status: status ?? undefined })}
              options={leadStatuses.map((status) => ({ value: status, label: say(leadStates[status].word) }))}
              popupMatchSelectWidth={false}
            />
          </>
        }
      />
    </Page>
  )
}
