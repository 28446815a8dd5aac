import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatDate, formatMoney, formatPercent, today } from '@rmtools/look/format'
import { productStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns, productTypes } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { shareText } from '../files/share'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Fact, Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { ErrorState } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { InvestorPicker } from '../instructions/InvestorPicker.tsx'
import { paths } from '../base/paths.ts'
import { NavChart } from './NavChart.tsx'
import { useFavourites, useNavs, useProduct } from './remote.ts'
import { Text } from '../ui/Text.tsx'
import { periodWords } from './returns.ts'
import { sharedText } from './shared-text.ts'

/** One product: price, returns, costs and terms, with a link to an instruction. */
export function ProductScreen() {
  const { code } = useLocalSearchParams<{ code: string }>()
  return <ProductPane key={code} code={code} />
}

/** The same screen beside a list. */
export function ProductPane({ code }: { code: string }) {
  const words = useSay()
  const { product, isLoading, error, refetch } = useProduct(code)
  if (product) return <ProductView product={product} />
  return (
    <Screen title={words(nouns.product)} backTo="/products">
      {isLoading ? (
        <SkeletonRows count={4} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function ProductView({ product }: { product: Product }) {
  const words = useSay()
  const language = useLanguage()
  const { codes, toggle } = useFavourites()
  const { isBusy, download } = useDownload()
  const [isChoosing, setChoosing] = useState(false)
  const { code, name, manager, status, type, syariah, riskLevel } = product
  const share = async () => {
    if ((await shareText(sharedText(product, language))) === 'copied') toast(words(copied))
  }
  return (
    <Screen
      title={name}
      subtitle={manager}
      backTo="/products"
      actions={[
        {
          icon: 'star',
          label: words(codes.has(code) ? notFavourite : favourite),
          onPress: () => toggle(code),
        },
        { icon: 'share', label: words(shareWord), onPress: () => void share() },
      ]}
      footer={
        <Button
          title={words(subscribe)}
          icon="plus"
          onPress={() => setChoosing(true)}
          isWide
          reason={status === 'ACTIVE' ? undefined : words(notOffered)}
        />
      }
    >
      <View style={styles.states}>
        <StateDot
          state={productStates[status]}
          more={[words(productTypes[type]), syariah ? 'Syariah' : undefined]
            .filter(Boolean)
            .join(' · ')}
        />
        <RiskScale level={riskLevel} />
      </View>
      <NavChart code={code} />
      <Returns code={code} />
      <Terms product={product} />
      <Button
        title={words(nouns.factSheet)}
        kind="quiet"
        icon="document"
        isBusy={isBusy}
        onPress={() =>
          download(
            { parts: [words(nouns.factSheet), name, formatDate(today(), language)], kind: PDF },
            async () => await api.products.factSheet({ code }),
          )
        }
      />
      {isChoosing ? (
        <InvestorPicker
          onClose={() => setChoosing(false)}
          onChoose={(id) =>
            router.push(paths.instruct(id, { type: 'subscription', product: code }))
          }
        />
      ) : null}
    </Screen>
  )
}

function Returns({ code }: { code: string }) {
  const words = useSay()
  const language = useLanguage()
  const { data } = useNavs(code)
  if (!data) return null
  return (
    <Section title={words(returnsWord)}>
      <Card isPadded>
        {periodWords.map(([period, word]) => (
          <Fact
            key={period}
            label={words(word)}
            value={formatPercent(data.returns[period], language, true)}
          />
        ))}
        <Text kind="caption" tone="second">
          {words(figureMeanings.returns)}
        </Text>
        <Disclaimer />
      </Card>
    </Section>
  )
}

/** Costs and minimum amounts. */
function Terms({ product }: { product: Product }) {
  const words = useSay()
  const language = useLanguage()
  const { currency, fees, cutOff, settlementDays, custodian, isin, bond } = product
  const money = (amount: string) => formatMoney(amount, currency, language)
  return (
    <>
      <Section title={words(costs)}>
        <Card isPadded>
          <Fact
            label={words(nouns.subscription)}
            value={formatPercent(fees.subscription, language)}
          />
          <Fact label={words(nouns.redemption)} value={formatPercent(fees.redemption, language)} />
          <Fact label={words(nouns.switching)} value={formatPercent(fees.switching, language)} />
        </Card>
      </Section>
      <Section title={words(terms)}>
        <Card isPadded>
          <Fact label={words(firstMinimum)} value={money(product.minimumSubscription)} />
          <Fact label={words(nextMinimum)} value={money(product.minimumTopUp)} />
          <Fact label={words(sellMinimum)} value={money(product.minimumRedemption)} />
          <Fact label={words(keepMinimum)} value={money(product.minimumBalance)} />
          <Fact label={words(nouns.cutOff)} value={`${cutOff.replace(':', '.')} WIB`} />
          <Fact label={words(paidAfter)} value={words(days, { count: settlementDays })} />
          <Fact label={words(custodianWord)} value={custodian} />
          <Fact label="ISIN" value={isin} isMono />
        </Card>
      </Section>
      {bond ? (
        <Section title={words(bondWord)}>
          <Card isPadded>
            <Fact label={words(coupon)} value={formatPercent(bond.coupon, language)} />
            <Fact label={words(maturity)} value={formatDate(bond.maturity, language)} />
            <Fact
              label={words(offering)}
              value={`${formatDate(bond.offeringFrom, language)} – ${formatDate(bond.offeringUntil, language)}`}
            />
          </Card>
        </Section>
      ) : null}
    </>
  )
}

const subscribe = say('Buat pembelian', 'Create a subscription')
const notOffered = say(
  'Produk ini tidak ditawarkan saat ini.',
  'This product is not offered at present.',
)
const favourite = say('Jadikan favorit', 'Make it a favourite')
const notFavourite = say('Lepas dari favorit', 'Removed from favourites')
const shareWord = say('Bagikan', 'Share')
const copied = say('Ringkasan disalin', 'The summary is copied')
const returnsWord = say('Imbal hasil', 'Returns')
const costs = say('Biaya', 'Fees')
const terms = say('Ketentuan', 'Terms')
const firstMinimum = say('Pembelian pertama minimal', 'First subscription at least')
const nextMinimum = say('Pembelian berikutnya', 'Further subscriptions')
const sellMinimum = say('Penjualan kembali minimal', 'Redemption at least')
const keepMinimum = say('Saldo minimal', 'Balance at least')
const paidAfter = say('Hasil penjualan dibayar', 'Proceeds are paid')
const days = say('{count} hari bursa', 'after {count} exchange days')
const custodianWord = say('Bank kustodian', 'Custodian bank')
const bondWord = say('Obligasi', 'Bond')
const coupon = say('Kupon', 'Coupon')
const maturity = say('Jatuh tempo', 'Maturity')
const offering = say('Masa penawaran', 'Offered')

const styles = StyleSheet.create({
  states: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    columnGap: space(4),
    rowGap: space(1),
    alignItems: 'center',
  },
})
