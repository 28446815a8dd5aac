import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { MAX_RANGE_YEARS } from '@rmtools/contracts/bff/products'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask, asProblem } from '../base/queries.ts'
import { useAddress, type Reader } from '../base/search.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ProductSelect } from '../ui/selects.tsx'
import { COMPARED_HEIGHT, ComparedChart, ComparedTable, type Compared } from './Compared.tsx'
import { RangePicker, useRange } from './RangePicker.tsx'
import { words } from './words.ts'

const MOST = 4
/** Up to four product codes, separated by commas. */
const codes: Reader<string> = (raw) => {
  const named =
    typeof raw === 'string' ? raw.split(',').filter((code) => /^[A-Z0-9-]{2,20}$/.test(code)) : []
  return named.length === 0 ? undefined : [...new Set(named)].slice(0, MOST).join(',')
}

export function ComparePage() {
  const say = useSay()
  const [address, change] = useAddress({ codes })
  const [range, rangeAddress, changeRange] = useRange()
  const chosen = address.codes?.split(',') ?? []
  const products = useQueries({ queries: chosen.map((code) => ask('products', 'get', { code })) })
  const navs = useQueries({
    queries: chosen.map((code) => ask('products', 'navs', { code, ...range })),
  })
  const problem = [...products, ...navs].find(({ error }) => error)
  const compared: Compared[] = chosen.flatMap((code, index) => {
    const [product, history] = [products[index]?.data, navs[index]?.data]
    return product?.product.code === code && history?.productCode === code
      ? [{ product: product.product, navs: history }]
      : []
  })
  const unknown = chosen.find(
    (_, index) => products[index]?.error && asProblem(products[index].error).status === 404,
  )
  const isWaiting = compared.length < chosen.length && !problem
  const dated = compared
    .map(({ navs: { asOf, isStale } }) => ({ asOf, isStale }))
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))[0]
  const choose = (next: readonly string[]) => change({ codes: next.join(',') || undefined })
  return (
    <Page
      title={say(words.compare)}
      back={<Link to={paths.products()}>← {say(nouns.products)}</Link>}
      aside={
        dated && (
          <AsOf asOf={dated.asOf} isStale={compared.some(({ navs: { isStale } }) => isStale)} />
        )
      }
      actions={
        <ProductSelect
          placeholder={say(words.addProduct)}
          value={undefined}
          disabled={chosen.length >= MOST}
          onChange={(code) => code && choose([...chosen, code])}
        />
      }
    >
      {problem && !unknown && (
        <Refusal problem={problem.error} onRetry={() => void problem.refetch()} />
      )}
      {unknown && (
        <Empty
          title={say(words.unknown, { code: unknown })}
          action={
            <Button onClick={() => choose(chosen.filter((code) => code !== unknown))}>
              {say(words.removeProduct, { name: unknown })}
            </Button>
          }
        />
      )}
      {chosen.length === 0 && (
        <Empty title={say(words.nothingChosen)}>{say(words.chooseTwo)}</Empty>
      )}
      {chosen.length > 0 && (isWaiting || compared.length > 0) && (
        <Section
          title={say(words.indexed)}
          actions={
            <RangePicker address={rangeAddress} change={changeRange} maxYears={MAX_RANGE_YEARS} />
          }
        >
          <div style={{ minHeight: COMPARED_HEIGHT }}>
            {isWaiting ? <Waiting rows={8} /> : <ComparedChart compared={compared} />}
          </div>
        </Section>
      )}
      {/* On first load all columns appear together: one by one they would push each other about. */}
      {(!isWaiting || compared.length > 1) && compared.length > 0 && (
        <ComparedTable
          compared={compared}
          onRemove={(code) => choose(chosen.filter((one) => one !== code))}
        />
      )}
    </Page>
  )
}
