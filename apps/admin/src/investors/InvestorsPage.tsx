import type { Investor } from '@rmtools/contracts/crm/investor-cases'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { reasonText } from '@rmtools/look/bib-words'
import { investorStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import {
  date,
  flag,
  id,
  instant,
  oneOf,
  someOf,
  text,
  useAddress,
  type SearchOf,
} from '../base/search.ts'
import { CompaniesSelect, companiesReader, useAcrossCompanies } from '../ui/across-companies.tsx'
import type { Column } from '../ui/columns.ts'
import { pepChoice } from './review/queue.ts'
import { ListPage } from '../ui/ListPage.tsx'
import { Period } from '../ui/Period.tsx'
import { Pick, PickSome } from '../ui/Pick.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { RmSelect } from '../ui/selects.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code, Day } from '../ui/values.tsx'
import { words as reviewWords } from './review/words.ts'
import { RiskBand } from './RiskProfile.tsx'
import { WaitingSelect } from './WaitingSelect.tsx'
import { words } from './words.ts'

const readers = {
  search: text(),
  statuses: someOf(investorStatuses),
  kind: oneOf(investorKinds),
  rmId: id,
  isPep: flag,
  waitingBefore: instant,
  from: date,
  to: date,
  order: oneOf(['newest', 'oldest']),
  companies: companiesReader,
}
type Address = SearchOf<typeof readers>

export function InvestorsPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const { companies, ...filter } = address
  const across = useAcrossCompanies(companies === 'all')
  return (
    <ListPage<Investor>
      title={say(nouns.investors)}
      files={
        companies
          ? undefined
          : {
              csv: fileOf('investors', 'export', filter),
              xlsx: fileOf('investors', 'exportXlsx', filter),
            }
      }
      isFiltered={Object.keys(address).length > 0}
      words={words}
      name="investors"
      views={[
        { name: say(investorStates.registered.word), search: { statuses: 'registered' } },
        { name: say(words.onTheirWay), search: { statuses: 'approved,syncing' } },
        { name: say(investorStates['sync-failed'].word), search: { statuses: 'sync-failed' } },
        { name: say(words.withRm), search: { statuses: 'draft,awaiting-investor,returned' } },
      ]}
      query={askPages('investors', 'list', { ...address, limit: 50, count: true })}
      columns={[...columnsOf(say), ...across.columns]}
      pathOf={(row) => across.pathOf(row, paths.investor(row.id))}
      toolbar={<Filters address={address} change={change} />}
    />
  )
}

function Filters({
  address,
  change,
}: {
  address: Address
  change: (changes: Partial<Address>) => void
}) {
  const say = useSay()
  return (
    <>
      <SearchInput value={address.search} onSearch={(search) => change({ search })} />
      <CompaniesSelect value={address.companies} onChange={(companies) => change({ companies })} />
      <PickSome
        label={say(words.status)}
        all={say(words.allStates)}
        value={address.statuses?.split(',') ?? []}
        options={investorStatuses.map((status) => ({
          value: status,
          label: say(investorStates[status].word),
        }))}
        onPick={(next) => change({ statuses: next.join(',') || undefined })}
      />
      <Pick
        label={say(words.kind)}
        all={say(words.allKinds)}
        value={address.kind}
        options={investorKinds.map((kind) => ({ value: kind, label: say(nouns[kind]) }))}
        onPick={(kind) => change({ kind })}
      />
      <RmSelect value={address.rmId} onChange={(rmId) => change({ rmId })} />
      <Pick
        label={say(reviewWords.pep)}
        all={say(reviewWords.pepAll)}
        value={pepChoice(address.isPep)}
        options={[
          { value: 'yes', label: say(reviewWords.pepOnly) },
          { value: 'no', label: say(reviewWords.pepNone) },
        ]}
        onPick={(chosen) => change({ isPep: chosen === undefined ? undefined : chosen === 'yes' })}
      />
      <WaitingSelect
        value={address.waitingBefore}
        onChange={(waitingBefore) => change({ waitingBefore })}
      />
      <Period
        value={address}
        onChange={({ from, to }) => change({ from, to })}
        label={say(words.created)}
      />
    </>
  )
}

function columnsOf(say: Say): Column<Investor>[] {
  return [
    { key: 'name', title: say(words.name), render: ({ displayName }) => displayName, isName: true },
    { key: 'kind', title: say(words.kind), render: ({ kind }) => say(nouns[kind]) },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status }) => <State state={investorStates[status]} />,
    },
    { key: 'rm', title: 'RM', render: ({ rmName }) => <span className="nowrap">{rmName}</span> },
    {
      key: 'externalId',
      title: say(words.externalId),
      render: ({ externalId }) => <Code>{externalId}</Code>,
    },
    { key: 'sid', title: 'SID', render: ({ sid }) => <Code>{sid}</Code>, isMinor: true },
    { key: 'ifua', title: 'IFUA', render: ({ ifua }) => <Code>{ifua}</Code>, isExtra: true },
    {
      key: 'risk',
      title: say(nouns.riskProfile),
      render: ({ riskBand }) => <RiskBand band={riskBand} />,
      isMinor: true,
    },
    {
      key: 'riskUntil',
      title: say(words.riskUntil),
      render: ({ riskExpiresOn }) => <Day date={riskExpiresOn} />,
      isExtra: true,
    },
    {
      key: 'phone',
      title: say(words.phone),
      render: ({ phone }) => <Code>{phone}</Code>,
      isExtra: true,
    },
    { key: 'email', title: say(words.email), render: ({ email }) => email, isExtra: true },
    {
      key: 'error',
      title: say(words.syncError),
      render: ({ syncError }) =>
        reasonText(syncError, say.language) ?? <span className="faint">–</span>,
      isExtra: true,
    },
    {
      key: 'created',
      title: say(words.created),
      render: ({ createdAt }) => <Ago at={createdAt} />,
      align: 'right',
    },
  ]
}
