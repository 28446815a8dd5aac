import { useParam } from '../base/params.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Product } from '@rmtools/contracts/bff/market'
import { instructions } from '@rmtools/contracts/crm/instructions'
import {
  bondFields,
  productFees,
  productFields,
  productParts,
  productTerms,
  type ShownField,
} from '@rmtools/look/product-fields'
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
import { State } from '../ui/State.tsx'
import { Code } from '../ui/values.tsx'
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
  const { cutOff, bond } = product
  const time = say.language === 'id' ? cutOff.replace(':', '.') : cutOff
  return (
    <>
      <Section title={say(productParts.terms)}>
        <KeyValues
          items={productTerms.map((name) =>
            name === 'cutOff'
              ? [say(productFields.cutOff.label), say(words.cutOffText, { time })]
              : shown(say, productFields[name], product),
          )}
        />
      </Section>
      <Section title={say(productParts.fees)}>
        <KeyValues items={Object.values(productFees).map((fee) => shown(say, fee, product))} />
      </Section>
      {bond && (
        <Section title={say(productParts.bond)}>
          <KeyValues items={Object.values(bondFields).map((field) => shown(say, field, bond))} />
          <p className="faint caption">{say(words.couponTax)}</p>
        </Section>
      )}
    </>
  )
}

/** A described fact as a line of the page. */
function shown<Of>(say: Say, { label, kind, textOf }: ShownField<Of>, of: Of): KeyValue {
  const text = textOf(of, say.language)
  if (kind === 'code') return [say(label), <Code>{text}</Code>]
  return [say(label), kind === 'figure' ? <span className="figures">{text}</span> : text]
}
