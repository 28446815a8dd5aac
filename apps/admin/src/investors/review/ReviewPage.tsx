// The review queue: cases that wait for a decision, longest waiting first.
import { Button, Select } from 'antd'
import { useState } from 'react'
import { holderOf } from '@rmtools/contracts/crm/investor-review'
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { actions, nouns } from '@rmtools/look/words'
import { useSay, type Say } from '../../base/language.ts'
import { paths } from '../../base/paths.ts'
import { askPages, type ItemOf } from '../../base/queries.ts'
import { useAddress } from '../../base/search.ts'
import type { Column } from '../../ui/columns.ts'
import { DataTable, focusedRow } from '../../ui/DataTable.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Empty } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Period } from '../../ui/Period.tsx'
import { RmSelect } from '../../ui/selects.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Ago, Code } from '../../ui/values.tsx'
import { RiskBand } from '../RiskProfile.tsx'
import { WaitingSelect } from '../WaitingSelect.tsx'
import { words as investorWords } from '../words.ts'
import { BulkReview } from './BulkReview.tsx'
import { orders, pepChoice, queueInput, queueReaders, type QueueAddress } from './queue.ts'
import { WaitingAge } from './WaitingAge.tsx'
import { words } from './words.ts'

type Row = ItemOf<'investors', 'list'>
type BulkDecision = 'approve' | 'return'

export function ReviewPage() {
  const say = useSay()
  const now = useNow()
  const [address, change] = useAddress(queueReaders)
  const [selected, select] = useState<ReadonlyMap<string, Row>>(new Map())
  const [asked, setAsked] = useState<BulkDecision | null>(null)
  const isFiltered = Object.keys(address).some((name) => name !== 'order')
  return (
    <Page title={say(nouns.kycReview)}>
      <QueueKeys selected={selected} onAsk={setAsked} />
      <DataTable<Row>
        label={say(nouns.kycReview)}
        name="review"
        views={[
          { name: say(words.claimNone), search: { claimed: 'none' } },
          { name: say(words.claimMine), search: { claimed: 'mine' } },
          { name: say(words.pepOnly), search: { isPep: true } },
        ]}
        query={askPages('investors', 'list', { ...queueInput(address), limit: 50, count: true })}
        columns={columnsOf(say, now)}
        pathOf={({ id }) => paths.reviewCase(id)}
        keepsSearch
        selection={{
          chosen: [...selected.values()],
          onChoose: (rows) => select(new Map(rows.map((row) => [row.id, row]))),
          nameOf: ({ displayName }) =>
            say({ id: 'Pilih {name}', en: 'Select {name}' }, { name: displayName }),
        }}
        empty={
          <Empty title={say(isFiltered ? words.noMatch : words.empty)}>
            {say(isFiltered ? words.noMatchHint : words.emptyHint)}
          </Empty>
        }
        toolbar={<Filters address={address} change={change} />}
        aside={<BulkActs count={selected.size} onAsk={setAsked} />}
      />
      {asked && (
        <BulkReview
          decision={asked}
          rows={[...selected.values()]}
          onClose={() => setAsked(null)}
          onDone={() => select(new Map())}
        />
      )}
    </Page>
  )
}

/** A and R act on the selection; without one they open the focused case. */
function QueueKeys({
  selected,
  onAsk,
}: {
  selected: ReadonlyMap<string, Row>
  onAsk: (decision: BulkDecision) => void
}) {
  const run = (decision: BulkDecision) => {
    if (selected.size > 0) return onAsk(decision)
    document
      .querySelector<HTMLElement>(`[data-row-key="${focusedRow() ?? ''}"] a[data-row]`)
      ?.click()
  }
  useKeys([
    { key: 'a', word: actions.approve, run: () => run('approve') },
    { key: 'r', word: actions.return, run: () => run('return') },
  ])
  return null
}

function BulkActs({ count, onAsk }: { count: number; onAsk: (decision: BulkDecision) => void }) {
  const say = useSay()
  if (count === 0) return null
  return (
    <>
      <Button type="primary" onClick={() => onAsk('approve')}>
        {say({ id: 'Setujui {count}…', en: 'Approve {count}…' }, { count })}
      </Button>
      <Button onClick={() => onAsk('return')}>
        {say({ id: 'Kembalikan {count}…', en: 'Return {count}…' }, { count })}
      </Button>
    </>
  )
}

type FilterProps = { address: QueueAddress; change: (changes: Partial<QueueAddress>) => void }

function Filters({ address, change }: FilterProps) {
  const say = useSay()
  const select = { allowClear: true, popupMatchSelectWidth: false }
  const claims = { mine: words.claimMine, others: words.claimOthers, none: words.claimNone }
  const orderWords = {
    queue: words.orderQueue,
    newest: words.orderNewest,
    oldest: words.orderOldest,
  }
  return (
    <>
      <SearchInput value={address.search} onSearch={(search) => change({ search })} />
      <Select
        {...select}
        aria-label={say(investorWords.kind)}
        placeholder={say(investorWords.allKinds)}
        value={address.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? undefined })}
        options={investorKinds.map((kind) => ({ value: kind, label: say(nouns[kind]) }))}
      />
      <RmSelect value={address.rmId} onChange={(rmId) => change({ rmId })} />
      <Select
        {...select}
        aria-label={say(words.claimedBy)}
        placeholder={say(words.anyClaim)}
        value={address.claimed ?? null}
        onChange={(claimed) => change({ claimed: claimed ?? undefined })}
        options={(['mine', 'others', 'none'] as const).map((claimed) => ({
          value: claimed,
          label: say(claims[claimed]),
        }))}
      />
      <Select
        {...select}
        aria-label={say(words.pep)}
        placeholder={say(words.pepAll)}
        value={pepChoice(address.isPep) ?? null}
        onChange={(chosen) => change({ isPep: chosen ? chosen === 'yes' : undefined })}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: say(value === 'yes' ? words.pepOnly : words.pepNone),
        }))}
      />
      <WaitingSelect
        value={address.waitingBefore}
        onChange={(waitingBefore) => change({ waitingBefore })}
      />
      <Period value={address} onChange={change} label={say(investorWords.created)} />
      <Select
        aria-label={say(words.order)}
        popupMatchSelectWidth={false}
        value={address.order ?? 'queue'}
        onChange={(order) => change({ order: order === 'queue' ? undefined : order })}
        options={orders.map((order) => ({ value: order, label: say(orderWords[order]) }))}
      />
    </>
  )
}

function columnsOf(say: Say, now: Date): Column<Row>[] {
  const holder = (row: Row) => holderOf(row, now) !== null && row.claimedByName
  return [
    {
      key: 'name',
      title: say(investorWords.name),
      render: ({ displayName }) => displayName,
      isName: true,
    },
    { key: 'kind', title: say(investorWords.kind), render: ({ kind }) => say(nouns[kind]) },
    { key: 'rm', title: 'RM', render: ({ rmName }) => rmName },
    {
      key: 'pep',
      title: say(words.pep),
      render: ({ isPep }) => (isPep ? say(words.pep) : <span className="faint">–</span>),
    },
    {
      key: 'claim',
      title: say(words.claimedBy),
      render: (row) => holder(row) || <span className="faint">–</span>,
    },
    {
      key: 'phone',
      title: say(investorWords.phone),
      render: ({ phone }) => <Code>{phone}</Code>,
      isExtra: true,
    },
    { key: 'email', title: say(investorWords.email), render: ({ email }) => email, isExtra: true },
    {
      key: 'risk',
      title: say(nouns.riskProfile),
      render: ({ riskBand }) => <RiskBand band={riskBand} />,
      isMinor: true,
    },
    {
      key: 'created',
      title: say(investorWords.created),
      render: ({ createdAt }) => <Ago at={createdAt} />,
      isExtra: true,
    },
    {
      key: 'waiting',
      title: say(words.waitingSince),
      render: ({ submittedAt }) => <WaitingAge since={submittedAt} now={now} />,
      align: 'right',
    },
  ]
}
