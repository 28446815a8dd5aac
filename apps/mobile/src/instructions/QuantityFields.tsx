import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import {
  feeAmountOf,
  feePercentOf,
  leastSubscription,
  worthOf,
} from '@rmtools/contracts/crm/instruction-rules'
import { amountInWords } from '@rmtools/look/amount-words'
import { reservedUnitsOf } from '@rmtools/contracts/crm/reservations'
import { isZero } from '@rmtools/contracts/decimals'
import { formatMoney, formatMoneyShort, formatPercent, formatUnits } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { nouns } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Chip, ChipGroup, Segments } from '../ui/Chip.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { Fact } from '../ui/Section.tsx'
import { Text } from '../ui/Text.tsx'
import type { OrderFieldsProps } from './order-fields.ts'
import { aboutUnits, quantityOf, quickAmounts, shareOfUnits } from './order.ts'

type Props = OrderFieldsProps & { product: Product }

/**
 * The quantity: an amount, units or everything. Limits and the fee are shown while the RM types.
 */
export function QuantityFields({ form, set, market, checked, product }: Props) {
  const words = useSay()
  const language = useLanguage()
  const [isTouched, setTouched] = useState(false)
  const { currency } = product
  const position = market.portfolio?.positions.find(
    ({ productCode }) => productCode === product.code,
  )
  const isBuying = form.type === 'subscription'
  const least = isBuying ? leastSubscription(product, market.portfolio) : product.minimumRedemption
  const by = isBuying ? 'amount' : form.by
  const typed = by === 'units' ? form.units : form.amount
  const isEntered = typed !== '' || isTouched || by === 'all'
  const fault = isEntered
    ? limitText(checked.code, { least, currency, position, product }, language)
    : undefined
  const hint = words(isBuying ? leastHint : sellHint, {
    least: formatMoney(least, currency, language),
    units: formatUnits(position?.availableUnits, language),
  })
  return (
    <>
      {isBuying ? null : (
        <Segments
          label={words(byWord)}
          value={by}
          onChange={(next) => set({ by: next })}
          options={[
            { value: 'amount', text: words(nouns.amount) },
            { value: 'units', text: words(nouns.units) },
            { value: 'all', text: words(all) },
          ]}
        />
      )}
      {by === 'amount' ? (
        <MoneyField
          label={words(nouns.amount)}
          value={form.amount}
          onChange={(amount) => set({ amount })}
          onBlur={() => setTouched(true)}
          currency={currency}
          isLarge
          error={fault}
          hint={hint}
        />
      ) : null}
      {by === 'amount' ? <InWords amount={form.amount} currency={currency} /> : null}
      {by === 'units' ? (
        <MoneyField
          label={words(nouns.units)}
          value={form.units}
          onChange={(units) => set({ units })}
          onBlur={() => setTouched(true)}
          currency=""
          places={4}
          isLarge
          error={fault}
          hint={hint}
        />
      ) : null}
      {by === 'all' ? (
        <Text tone={fault ? 'danger' : 'second'}>
          {fault ?? words(allText, { units: formatUnits(position?.availableUnits, language) })}
        </Text>
      ) : null}
      {isBuying ? null : <Reserved position={position} />}
      <QuickChoices form={form} set={set} product={product} least={least} position={position} />
      <Estimate form={form} market={market} product={product} />
    </>
  )
}

/** The amount in words, so that an extra zero is noticed. */
function InWords({ amount, currency }: { amount: string; currency: string }) {
  const text = amountInWords(amount, currency, useLanguage())
  return text === '' ? null : <Text kind="label">{text}</Text>
}

/** The part of the holding that other open instructions will use. */
function Reserved({
  position,
}: {
  position: { units: string; availableUnits: string } | undefined
}) {
  const words = useSay()
  const language = useLanguage()
  const reserved = position && reservedUnitsOf(position)
  if (!reserved || isZero(reserved)) return null
  return (
    <Text kind="caption" tone="second">
      {words(reservedHint, { units: formatUnits(reserved, language) })}
    </Text>
  )
}

type QuickProps = Pick<Props, 'form' | 'set' | 'product'> & {
  least: string
  position: { availableUnits: string } | undefined
}

function QuickChoices({ form, set, product: { currency }, least, position }: QuickProps) {
  const language = useLanguage()
  if (form.type === 'subscription')
    return (
      <ChipGroup>
        {quickAmounts(least, currency).map((amount) => (
          <Chip
            key={amount}
            text={formatMoneyShort(amount, currency, language)}
            isOn={form.amount === amount}
            onPress={() => set({ amount })}
          />
        ))}
      </ChipGroup>
    )
  if (form.by !== 'units' || !position) return null
  return (
    <ChipGroup>
      {[25, 50, 75].map((percent) => {
        const units = shareOfUnits(position.availableUnits, percent)
        return (
          <Chip
            key={percent}
            text={`${percent}%`}
            isOn={form.units === units}
            onPress={() => set({ units })}
          />
        )
      })}
    </ChipGroup>
  )
}

/** The fee, and the estimate at the latest price. */
function Estimate({ form, market, product }: Pick<Props, 'form' | 'market' | 'product'>) {
  const words = useSay()
  const language = useLanguage()
  const order = quantityOf(form)
  const fee = feeAmountOf(order, product)
  const percent = formatPercent(feePercentOf(form.type, product), language)
  const units = form.type === 'subscription' ? aboutUnits(form.amount, product) : undefined
  const worth =
    form.type !== 'subscription' && form.by !== 'amount'
      ? worthOf(order, product, market.portfolio)
      : undefined
  return (
    <View style={styles.facts}>
      <Fact
        label={words(nouns.fee)}
        value={fee ? `${formatMoney(fee, product.currency, language)} (${percent})` : percent}
      />
      {units ? <Fact label={words(aboutUnitsWord)} value={formatUnits(units, language)} /> : null}
      {worth ? (
        <Fact label={words(aboutWorth)} value={formatMoney(worth, product.currency, language)} />
      ) : null}
    </View>
  )
}

type Limits = {
  least: string
  currency: string
  position: { availableUnits: string } | undefined
  product: Product
}

/** The message for an exceeded limit, with the limit itself. */
function limitText(
  code: string | undefined,
  { least, currency, position, product }: Limits,
  language: 'id' | 'en',
): string | undefined {
  if (code === undefined) return undefined
  const filled = (text: { id: string; en: string }, value: string) =>
    text[language].replace('{value}', value)
  if (code === 'below-minimum') return filled(belowText, formatMoney(least, currency, language))
  if (code === 'above-balance' || code === 'units-reserved')
    return filled(aboveText, formatUnits(position?.availableUnits ?? '0', language))
  if (code === 'leftover-below-minimum')
    return filled(leftoverText, formatMoney(product.minimumBalance, currency, language))
  return code === 'quantity-invalid' ? enter[language] : problemText(code, language)
}

const byWord = say('Menurut', 'By')
const all = say('Semua', 'All')
const leastHint = say('Minimal {least}', 'At least {least}')
const sellHint = say(
  'Minimal {least}; tersedia {units} unit',
  'At least {least}; {units} units available',
)
const reservedHint = say(
  '{units} unit dipesan oleh instruksi lain yang masih berjalan.',
  '{units} units are reserved by other open instructions.',
)
const allText = say('Seluruh {units} unit.', 'All {units} units.')
const aboutUnitsWord = say('Perkiraan unit', 'Estimated units')
const aboutWorth = say('Perkiraan nilai', 'Estimated value')
const belowText = say('Minimal {value}.', 'At least {value}.')
const aboveText = say('Tersedia {value} unit.', '{value} units are available.')
const leftoverText = say(
  'Sisanya di bawah saldo minimum {value}. Pilih semua.',
  'The remainder would be below the minimum balance of {value}. Choose all.',
)
const enter = say('Isi jumlahnya.', 'Enter an amount.')

const styles = StyleSheet.create({ facts: { gap: 0 } })
