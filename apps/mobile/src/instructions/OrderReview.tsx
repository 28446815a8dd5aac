import type { Product } from '@rmtools/contracts/bff/market'
import { feeAmountOf, feePercentOf, worthOf } from '@rmtools/contracts/crm/instruction-rules'
import { amountInWords } from '@rmtools/look/amount-words'
import { formatMoney, formatPercent, formatUnits } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import type { SeenCase } from '../investors/rules.ts'
import { Card } from '../ui/ListRow.tsx'
import { Fact, Figure } from '../ui/Section.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { NavTimingLine } from './NavTimingLine.tsx'
import { quantityOf, type Market, type OrderForm } from './order.ts'

type Props = {
  seen: SeenCase
  form: OrderForm
  market: Market
  product: Product
  isAboveProfile: boolean
}

/** A summary of the order before the investor is asked to approve it. */
export function OrderReview({ seen, form, market, product, isAboveProfile }: Props) {
  const words = useSay()
  const language = useLanguage()
  const order = quantityOf(form)
  const { currency } = product
  const target = market.products.find(({ code }) => code === form.targetCode)
  const account = seen.bankAccounts.find(({ id }) => id === form.bankAccountId)
  const counted = order.units
    ? `${formatUnits(order.units, language)} ${words(nouns.units).toLowerCase()}`
    : formatMoney(order.amount, currency, language)
  const quantity = order.allUnits ? words(allUnits) : counted
  const fee = feeAmountOf(order, product)
  const worth = order.amount ? null : worthOf(order, product, market.portfolio)
  return (
    <>
      <Figure
        label={words(nouns[form.type])}
        value={quantity}
        change={worth ? `≈ ${formatMoney(worth, currency, language)}` : undefined}
      />
      {order.amount ? <Text>{amountInWords(order.amount, currency, language)}</Text> : null}
      <Card isPadded>
        <Fact label={words(nouns.investor)} value={seen.displayName} />
        <Fact label={words(orderLabels.product)} value={product.name} />
        {target ? <Fact label={words(orderLabels.target)} value={target.name} /> : null}
        <Fact
          label={words(orderLabels.fee)}
          value={[
            fee ? formatMoney(fee, currency, language) : undefined,
            formatPercent(feePercentOf(form.type, product), language),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
        {form.type === 'redemption' && account ? (
          <Fact
            label={words(orderLabels.paidTo)}
            value={`${account.bankName} ${account.number.replaceAll('*', '•')}`}
          />
        ) : null}
      </Card>
      <NavTimingLine cutOff={product.cutOff} />
      {isAboveProfile ? <Banner icon="warning" tone="warning" title={words(aboveProfile)} /> : null}
      <Text kind="caption" tone="second">
        {words(next)}
      </Text>
    </>
  )
}

const allUnits = say('Semua unit', 'All units')
const aboveProfile = say(
  'Di atas profil risiko; investor menyetujuinya tersendiri.',
  'Above the risk profile; the investor consents separately.',
)
const next = say(
  'Investor menerima tautan, membaca, memasukkan kode yang dikirim kepadanya, dan menandatangani di ponselnya.',
  'The investor receives a link, reads, enters the code that is sent to them and signs on their phone.',
)
