import { Segmented } from 'antd'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { planStatuses, type PlanStatus } from '@rmtools/contracts/crm/plan-rules'
import { planFundsText, planWayWords, planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { id, oneOf, someOf, useAddress, type SearchOf } from '../base/search.ts'
import { CompaniesSelect, companiesReader, useAcrossCompanies } from '../ui/across-companies.tsx'
import type { Column } from '../ui/columns.ts'
import { ListPage } from '../ui/ListPage.tsx'
import { RmSelect } from '../ui/selects.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Day, Money } from '../ui/values.tsx'
import { words } from './words.ts'

const readers = {
  statuses: someOf(planStatuses),
  failing: oneOf(['yes']),
  rmId: id,
  investorId: id,
  order: oneOf(['newest', 'oldest']),
  companies: companiesReader,
}
type Address = SearchOf<typeof readers>

const groups: readonly {
  key: 'waiting' | 'open' | 'ended'
  statuses: readonly PlanStatus[]
}[] = [
  { key: 'open', statuses: ['active', 'paused'] },
  { key: 'waiting', statuses: ['awaiting-approval'] },
  { key: 'ended', statuses: ['completed', 'stopped', 'revoked', 'declined', 'expired'] },
]

export function PlansPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const { failing, companies, ...filter } = address
  const asked = { ...filter, ...(failing ? { failing: true } : {}) }
  const across = useAcrossCompanies(address.companies === 'all')
  return (
    <ListPage<Plan>
      title={say(planWords.plans)}
      files={
        companies
          ? undefined
          : { csv: fileOf('plans', 'export', asked), xlsx: fileOf('plans', 'exportXlsx', asked) }
      }
      isFiltered={Object.keys(address).length > 0}
      words={words}
      name="plans"
      views={[{ name: say(words.failing), search: { failing: 'yes' } }]}
      query={askPages('plans', 'list', {
        ...asked,
        ...(companies ? { companies } : {}),
        limit: 50,
        count: true,
      })}
      columns={[...columnsOf(say), ...across.columns]}
      pathOf={(row) => across.pathOf(row, paths.plan(row.id))}
      toolbar={<Filters address={address} change={change} />}
    />
  )
}

function columnsOf(say: Say): Column<Plan>[] {
  return [
    {
      key: 'investor',
      title: say(nouns.investor),
      render: ({ investorName }) => investorName,
      isName: true,
    },
    {
      key: 'funds',
      title: say(words.funds),
      render: ({ lines }) => planFundsText(lines, say.language),
    },
    {
      key: 'amount',
      title: say(planWords.perRun),
      align: 'right',
      render: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
    },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status, runsRetrying, runsSkipped }) => (
        <>
          <State state={planStates[status]} />
          <div className="faint">
            {[
              runsRetrying > 0 ? say(words.retrying, { count: String(runsRetrying) }) : '',
              runsSkipped > 0 ? say(words.skipped, { count: String(runsSkipped) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'next',
      title: say(planWords.nextRun),
      render: ({ nextRunOn }) =>
        nextRunOn === null ? <span className="faint">–</span> : <Day date={nextRunOn} />,
    },
    {
      key: 'way',
      title: say(planWords.way),
      render: ({ way }) => say(planWayWords[way]),
      isMinor: true,
    },
    {
      key: 'rm',
      title: 'RM',
      render: ({ rmName }) => <span className="nowrap">{rmName}</span>,
      isMinor: true,
    },
    {
      key: 'created',
      title: say(words.created),
      align: 'right',
      render: ({ createdAt }) => <Ago at={createdAt} />,
      isMinor: true,
    },
  ]
}

function Filters({
  address,
  change,
}: {
  address: Address
  change: (changes: Partial<Address>) => void
}) {
  const say = useSay()
  const group = groups.find(({ statuses }) => statuses.join(',') === address.statuses)
  return (
    <>
      <Segmented
        aria-label={say(words.status)}
        value={address.statuses === undefined ? 'all' : (group?.key ?? 'some')}
        options={[
          { value: 'all', label: say(words.all) },
          ...groups.map(({ key }) => ({ value: key, label: say(words[key]) })),
        ]}
        onChange={(key) =>
          change({ statuses: groups.find((one) => one.key === key)?.statuses.join(',') })
        }
      />
      <CompaniesSelect value={address.companies} onChange={(companies) => change({ companies })} />
      <RmSelect value={address.rmId} onChange={(rmId) => change({ rmId })} />
    </>
  )
}
