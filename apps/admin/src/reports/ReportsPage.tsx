import { Segmented } from 'antd'
import { transactionTypes as typeCodes } from '@rmtools/contracts/bff/market'
import { today } from '@rmtools/look/format'
import { nouns, transactionTypes } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay } from '../base/language.ts'
import { date, id, oneOf, text, useAddress, type SearchOf } from '../base/search.ts'
import { Exports } from '../ui/Download.tsx'
import { Page } from '../ui/Page.tsx'
import { Period } from '../ui/Period.tsx'
import { Pick } from '../ui/Pick.tsx'
import { ProductSelect, RmSelect } from '../ui/selects.tsx'
import { AumReport } from './AumReport.tsx'
import { PlansReport } from './PlansReport.tsx'
import { SalesReport } from './SalesReport.tsx'
import { TransactionsReport } from './TransactionsReport.tsx'
import { groupings, groupWords, views, viewWords, words } from './words.ts'
import styles from './reports.module.css'

const currencies = ['IDR', 'USD'] as const
const readers = {
  view: oneOf(views),
  by: oneOf(groupings),
  from: date,
  to: date,
  rmId: id,
  productCode: text(20),
  currency: oneOf(currencies),
  type: oneOf(typeCodes),
}
type Address = SearchOf<typeof readers>
export type Filter = { from: string; to: string; rmId?: string; productCode?: string }

const MAX_YEARS = 3

export function ReportsPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const { view = 'aum', by = 'month', rmId, productCode, currency, type } = address
  const period = periodOf(address)
  const filter: Filter = {
    ...period,
    ...(rmId ? { rmId } : {}),
    ...(productCode ? { productCode } : {}),
  }
  const sums = { ...filter, ...(currency ? { currency } : {}) }
  const moves = { ...filter, ...(type ? { type } : {}) }
  const ofRm = rmId ? { rmId } : {}
  const shown = { ...filter, view, currency }
  const files = {
    aum: { csv: fileOf('reports', 'aumCsv', sums), xlsx: fileOf('reports', 'aumXlsx', sums) },
    sales: { csv: fileOf('reports', 'salesCsv', sums), xlsx: fileOf('reports', 'salesXlsx', sums) },
    transactions: {
      csv: fileOf('reports', 'transactionsCsv', moves),
      xlsx: fileOf('reports', 'transactionsXlsx', moves),
    },
    plans: { csv: fileOf('plans', 'export', ofRm), xlsx: fileOf('plans', 'exportXlsx', ofRm) },
  }[view]
  return (
    <Page title={say(nouns.reports)} actions={<Exports files={files} />}>
      <div className={styles['filters']}>
        <Segmented
          aria-label={say(words.view)}
          value={view}
          options={views.map((one) => ({ value: one, label: say(viewWords[one]) }))}
          onChange={(next) => change({ view: views.find((one) => one === next) })}
        />
        {view !== 'plans' && (
          <Period
            value={period}
            isRequired
            maxYears={MAX_YEARS}
            onChange={({ from, to }) => change({ from, to })}
          />
        )}
        <RmSelect value={rmId} onChange={(next) => change({ rmId: next })} />
        {view !== 'plans' && (
          <ProductSelect value={productCode} onChange={(next) => change({ productCode: next })} />
        )}
        <Rest view={view} address={address} change={change} />
      </div>
      {view === 'aum' && <AumReport input={sums} by={by} address={shown} />}
      {view === 'sales' && <SalesReport input={sums} by={by} address={shown} />}
      {view === 'transactions' && <TransactionsReport input={moves} />}
      {view === 'plans' && <PlansReport input={ofRm} />}
    </Page>
  )
}

type RestProps = {
  view: (typeof views)[number]
  address: Address
  change: (changes: Partial<Address>) => void
}

function Rest({ view, address: { by = 'month', currency, type }, change }: RestProps) {
  const say = useSay()
  if (view === 'plans') return null
  if (view === 'transactions')
    return (
      <Pick
        label={say(words.type)}
        all={say(words.allTypes)}
        value={type}
        options={typeCodes.map((value) => ({ value, label: say(transactionTypes[value]) }))}
        onPick={(next) => change({ type: next })}
      />
    )
  return (
    <>
      <Pick
        label={say(words.currency)}
        all={say(words.anyCurrency)}
        value={currency}
        options={currencies.map((value) => ({ value, label: value }))}
        onPick={(next) => change({ currency: next })}
      />
      <Segmented
        aria-label={say(words.by)}
        value={by}
        options={groupings.map((one) => ({ value: one, label: say(groupWords[one]) }))}
        onChange={(next) => change({ by: groupings.find((one) => one === next) })}
      />
    </>
  )
}

/** The period in the address if it is valid; otherwise the year up to today. */
function periodOf({ from, to }: Address): { from: string; to: string } {
  const now = today()
  const end = to !== undefined && to <= now ? to : now
  const least = `${Number(end.slice(0, 4)) - MAX_YEARS}${end.slice(4)}`
  const usual = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`.replace(/-02-29$/, '-02-28')
  return { from: from !== undefined && from <= end && from >= least ? from : usual, to: end }
}
