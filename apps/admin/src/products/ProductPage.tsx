import { useParam } from '../base/params.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Product } from '@rmtools/contracts/bff/market'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { formatPercent } from '@rmtools/look/format'
import { productStates } from '@rmtools/look/states'
import { nouns, productTypes } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { To } from '../base/To.tsx'
import { AsOf } from '../ui/AsOf.tsx'
import { Columns } from '../ui/Columns.tsx'
import { FileButton } from '../ui/Download.tsx'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { bandText } from '../ui/risk.ts'
import { State } from '../ui/State.tsx'
import { At, Code, Day, Money } from '../ui/values.tsx'
import { NavSection } from './NavSection.tsx'
import { words } from './words.ts'

export function ProductPage() {
  const code = useParam('code')
  // Keyed, so that no state of another product remains.
  return <OneProduct key={code} code={code} />
}

function OneProduct({ code }: { code: string }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(ask('products', 'get', { code }))
  const product = data?.product
  return (
    <Page
      title={product?.name ?? code}
      back={<Link to={paths.products()}>← {say(nouns.products)}</Link>}
      aside={product && <State state={productStates[product.status]} />}
      actions={product && <Acts product={product} />}
    >
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {(product || !error) && (
        <p className="faint">
          {data && product ? (
            <>
              {say(productTypes[product.type])} · {product.manager} ·{' '}
              <AsOf asOf={data.asOf} isStale={data.isStale} />
            </>
          ) : (
            // Keeps the line's height, so that the chart does not move.
            '\u00A0'
          )}
        </p>
      )}
      {(product || !error) && (
        <Columns
          aside={
            isPending || !product ? <Waiting rows={12} isFramed /> : <Terms product={product} />
          }
        >
          <NavSection code={code} name={product?.name ?? code} isBond={product?.type === 'BOND'} />
        </Columns>
      )}
    </Page>
  )
}

function Acts({ product: { code, factsheetUrl } }: { product: Product }) {
  const say = useSay()
  const mayList = useMay(instructions.list)
  const reason = factsheetUrl === null ? say(words.factSheetNone) : undefined
  return (
    <>
      {mayList && (
        <To path={paths.instructions()} search={{ productCode: code }} className="button-link">
          {say(words.instructions)}
        </To>
      )}
      <To path={paths.compareProducts()} search={{ codes: code }} className="button-link">
        {say(words.compare)}
      </To>
      <FileButton
        file={fileOf('products', 'factSheet', { code })}
        word={say(nouns.factSheet)}
        as="view"
        reason={reason}
      />
    </>
  )
}

function Terms({ product }: { product: Product }) {
  const say = useSay()
  const {
    code,
    isin,
    custodian,
    riskLevel,
    currency,
    fees,
    cutOff,
    settlementDays,
    switchGroup,
    syariah,
    bond,
  } = product
  const percent = (fee: string) => formatPercent(fee, say.language)
  const time = say.language === 'id' ? cutOff.replace(':', '.') : cutOff
  return (
    <>
      <Section title={say(words.facts)}>
        <KeyValues
          items={[
            [say(words.code), <Code>{code}</Code>],
            [say(words.isin), <Code>{isin}</Code>],
            [say(words.risk), bandText(say, riskLevel)],
            [
              say(words.currency),
              `${currency} · ${say(syariah ? words.syariah : words.conventional)}`,
            ],
            [say(words.custodian), custodian],
            [
              say(words.minimum),
              <Money amount={product.minimumSubscription} currency={currency} />,
            ],
            [say(words.topUp), <Money amount={product.minimumTopUp} currency={currency} />],
            [
              say(words.minimumRedemption),
              <Money amount={product.minimumRedemption} currency={currency} />,
            ],
            [
              say(words.minimumBalance),
              <Money amount={product.minimumBalance} currency={currency} />,
            ],
            [say(nouns.cutOff), say(words.cutOffText, { time })],
            [say(words.settlement), say(words.settlementText, { days: settlementDays })],
            [
              say(words.switching),
              switchGroup === null
                ? say(words.noSwitch)
                : say(words.switchGroup, { group: switchGroup }),
            ],
          ]}
        />
      </Section>
      <Section title={say(words.fees)}>
        <KeyValues
          items={[
            [say(words.feeSubscription), say(words.upTo, { percent: percent(fees.subscription) })],
            [say(words.feeRedemption), say(words.upTo, { percent: percent(fees.redemption) })],
            [say(words.feeSwitching), say(words.upTo, { percent: percent(fees.switching) })],
          ]}
        />
      </Section>
      {bond && (
        <Section title={say(words.bond)}>
          <KeyValues items={bondItems(say, bond)} />
          <p className="faint caption">{say(words.couponTax)}</p>
        </Section>
      )}
    </>
  )
}

function bondItems(say: Say, bond: NonNullable<Product['bond']>): KeyValue[] {
  const percent = formatPercent(bond.coupon, say.language)
  return [
    [
      say(words.coupon),
      say(bond.couponType === 'FIXED' ? words.couponFixed : words.couponFloating, { percent }),
    ],
    [say(words.couponPaid), say(words[bond.couponFrequency])],
    [say(words.maturity), <Day date={bond.maturity} />],
    [say(words.bondPrice), formatPercent(bond.price, say.language)],
    [say(words.tradable), say(bond.tradable ? words.yes : words.no)],
    [
      say(words.offering),
      <>
        <At at={bond.offeringFrom} /> – <At at={bond.offeringUntil} />
      </>,
    ],
  ]
}
