import { toSearch } from '../base/search.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { productTypes as typeCodes, type Product } from '@rmtools/contracts/bff/market'
import { principles, productFields } from '@rmtools/look/product-fields'
import { productStates } from '@rmtools/look/states'
import { nouns, productTypes } from '@rmtools/look/words'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { flag, oneOf, text, useAddress, whole, type SearchOf } from '../base/search.ts'
import { bandText } from '../ui/risk.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { State } from '../ui/State.tsx'
import { Code, Day, Money, Units } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { words } from './words.ts'

const currencies = ['IDR', 'USD'] as const
const readers = {
  search: text(),
  type: oneOf(typeCodes),
  riskMax: whole(1, 5),
  manager: text(150),
  currency: oneOf(currencies),
  syariah: flag,
  compare: text(100),
}
type Address = SearchOf<typeof readers>
const MOST = 4

export function ProductsPage() {
  const say = useSay()
  const navigate = useNavigate()
  const [{ compare, ...filters }, change] = useAddress(readers)
  const { data, error, refetch } = useQuery(ask('products', 'list', filters))
  const chosen = compare?.split(',') ?? []
  const toCompare = () =>
    void navigate({ to: paths.compareProducts(), search: toSearch({ codes: chosen.join(',') }) })
  return (
    <Page
      title={say(nouns.products)}
      aside={data && <AsOf asOf={data.asOf} isStale={data.isStale} />}
      actions={
        <WithReason reason={chosen.length < 2 ? say(words.chooseTwo) : undefined}>
          {(described) => (
            <Button type="primary" {...described} onClick={toCompare}>
              {chosen.length < 2
                ? say(words.compare)
                : say(words.compareSome, { n: chosen.length })}
            </Button>
          )}
        </WithReason>
      }
    >
      <PlainTable<Product>
        label={say(nouns.products)}
        rows={data?.items}
        keyOf={({ code }) => code}
        columns={columnsOf(say)}
        pathOf={({ code }) => paths.product(code)}
        problem={error}
        onRetry={() => void refetch()}
        density="comfortable"
        empty={<Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
        toolbar={<Filters address={filters} change={change} />}
        selection={{
          selectedRowKeys: chosen,
          hideSelectAll: true,
          columnTitle: <span className="visually-hidden">{say(words.compare)}</span>,
          preserveSelectedRowKeys: true,
          onChange: (keys) => change({ compare: keys.slice(0, MOST).join(',') || undefined }),
          getCheckboxProps: ({ code, name }) => ({
            disabled: chosen.length >= MOST && !chosen.includes(code),
            'aria-label': `${say(words.compare)}: ${name}`,
            title: chosen.length >= MOST && !chosen.includes(code) ? say(words.atMost) : undefined,
          }),
        }}
      />
    </Page>
  )
}

function columnsOf(say: Say): PlainColumn<Product>[] {
  return [
    {
      key: 'name',
      title: say(nouns.product),
      render: ({ name, code }) => <Named name={name} code={code} />,
      isName: true,
      sort: (a, b) => a.name.localeCompare(b.name),
    },
    {
      key: 'type',
      title: say(productFields.type.label),
      render: (product) => productFields.type.textOf(product, say.language),
    },
    {
      key: 'manager',
      title: say(productFields.manager.label),
      render: ({ manager }) => manager,
      isMinor: true,
    },
    {
      key: 'risk',
      title: say(productFields.riskLevel.label),
      render: ({ riskLevel }) => bandText(say, riskLevel),
      sort: (a, b) => a.riskLevel - b.riskLevel,
    },
    {
      key: 'minimum',
      title: say(productFields.minimumSubscription.label),
      align: 'right',
      render: (p) => <Money amount={p.minimumSubscription} currency={p.currency} />,
      isMinor: true,
    },
    {
      key: 'nav',
      title: say(productFields.latestNav.label),
      align: 'right',
      render: ({ latestNav }) =>
        latestNav ? (
          <>
            <Units units={latestNav.nav} />
            <div className="faint">
              <Day date={latestNav.date} />
            </div>
          </>
        ) : (
          <span className="faint">–</span>
        ),
    },
    {
      key: 'status',
      title: say(productFields.status.label),
      render: ({ status }) => <State state={productStates[status]} />,
    },
  ]
}

function Named({ name, code }: { name: string; code: string }) {
  return (
    <>
      {name}
      <div className="faint">
        <Code>{code}</Code>
      </div>
    </>
  )
}

const bands = [1, 2, 3, 4, 5]

function Filters({
  address,
  change,
}: {
  address: Address
  change: (changes: Partial<Address>) => void
}) {
  const say = useSay()
  // From all products, so that a manager whose products the other filters exclude can still be
  // chosen.
  const { data } = useQuery({ ...ask('products', 'list', {}), staleTime: 300_000 })
  const managers = [...new Set(data?.items.map(({ manager }) => manager))].toSorted()
  const pick = { allowClear: true, popupMatchSelectWidth: false } as const
  return (
    <>
      <SearchInput value={address.search} onSearch={(search) => change({ search })} />
      <Select
        {...pick}
        aria-label={say(productFields.type.label)}
        placeholder={say(words.allTypes)}
        value={address.type ?? null}
        onChange={(type) => change({ type: type ?? undefined })}
        options={typeCodes.map((type) => ({ value: type, label: say(productTypes[type]) }))}
      />
      <Select
        {...pick}
        aria-label={say(productFields.riskLevel.label)}
        placeholder={say(words.anyRisk)}
        value={address.riskMax ?? null}
        onChange={(riskMax) => change({ riskMax: riskMax ?? undefined })}
        options={bands.map((band) => ({
          value: band,
          label: say(words.riskUpTo, { band: bandText(say, band) }),
        }))}
      />
      <Select
        {...pick}
        aria-label={say(productFields.manager.label)}
        placeholder={say(words.allManagers)}
        value={address.manager ?? null}
        onChange={(manager) => change({ manager: manager ?? undefined })}
        options={managers.map((manager) => ({ value: manager, label: manager }))}
      />
      <Select
        {...pick}
        aria-label={say(productFields.currency.label)}
        placeholder={say(words.anyCurrency)}
        value={address.currency ?? null}
        onChange={(currency) => change({ currency: currency ?? undefined })}
        options={currencies.map((currency) => ({ value: currency, label: currency }))}
      />
      <Select
        {...pick}
        aria-label={say(productFields.syariah.label)}
        placeholder={say(words.either)}
        value={address.syariah === undefined ? null : String(address.syariah)}
        onChange={(value) =>
          change({ syariah: value === null || value === undefined ? undefined : value === 'true' })
        }
        options={[
          { value: 'true', label: say(principles.syariah) },
          { value: 'false', label: say(principles.conventional) },
        ]}
      />
    </>
  )
}
