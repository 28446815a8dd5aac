import { router, useLocalSearchParams } from 'expo-router'
import { ScrollView, StyleSheet, useWindowDimensions, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import type { ProductNavs } from '@rmtools/contracts/bff/products'
import { formatMoney, formatPercent, formatUnits } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { nouns, productTypes } from '@rmtools/look/words'
import { paths } from '../app/paths.ts'
import { say, useLanguage, useSay } from '../app/preferences.ts'
import { LineChart } from '../charts/LineChart.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Screen } from '../ui/Screen.tsx'
import { EmptyState } from '../ui/States.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useTheme } from '../ui/theme.ts'
import { MOST_COMPARED } from './ProductsScreen.tsx'
import { useNavsOf, useProducts } from './remote.ts'
import { periodWords } from './returns.ts'

/** Up to four products beside each other. */
export function CompareScreen() {
  const { codes = '' } = useLocalSearchParams<{ codes: string }>()
  const words = useSay()
  const { series, colours } = useTheme()
  const { width } = useWindowDimensions()
  const { data } = useProducts()
  const wanted = codes.split(',').slice(0, MOST_COMPARED)
  const products = wanted.flatMap((code) => data?.items.find((product) => product.code === code) ?? [])
  const navs = useNavsOf(products.map(({ code }) => code))
  const column = Math.max(150, (Math.min(width, 760) - 32) / Math.max(1, products.length) - 1)
  return (
    <Screen title={words(title)} backTo="/products">
      {products.length === 0 ? <EmptyState icon="products" title={words(none)} /> : null}
      <ScrollView horizontal showsHorizontalScrollIndicator={false}>
        <View style={styles.columns}>
          {products.map((product, index) => (
            <View key={product.code} style={{ width: column }}>
              <Card isPadded>
                <Tap onPress={() => router.push(paths.product(product.code))} label={product.name} role="link" style={styles.name}>
                  <Text kind="label" isStrong numberOfLines={3}>
                    {product.name}
                  </Text>
                </Tap>
                <Column product={product} navs={navs[index]?.data} colour={series[index] ?? colours.brand} />
              </Card>
            </View>
          ))}
        </View>
      </ScrollView>
      <Disclaimer />
    </Screen>
  )
}

function Column({ product, navs, colour }: { product: Product; navs: ProductNavs | undefined; colour: string }) {
  const words = useSay()
  const language = useLanguage()
  const money = (amount: string) => formatMoney(amount, product.currency, language)
  return (
    <>
      <LineChart
        values={(navs?.items ?? []).map(({ nav }) => Number(nav))}
        height={64}
        colour={colour}
        label={words(chart, { name: product.name })}
      />
      <RiskScale level={product.riskLevel} />
      <Cell label={words(typeWord)} value={words(productTypes[product.type])} />
      <Cell label={words(nouns.nav)} value={formatUnits(product.latestNav?.nav, language)} />
      {periodWords.map(([period, word]) => (
        <Cell key={period} label={words(word)} value={formatPercent(navs?.returns[period], language, true)} />
      ))}
      <Cell label={words(drawdown)} value={formatPercent(navs?.maxDrawdown, language)} />
      <Cell label={words(buyFee)} value={formatPercent(product.fees.subscription, language)} />
      <Cell label={words(minimum)} value={money(product.minimumSubscription)} />
      <Cell label={words(nouns.cutOff)} value={`${product.cutOff.replace(':', '.')} WIB`} />
    </>
  )
}

function Cell({ label, value }: { label: string; value: string }) {
  return (
    <View>
      <Text kind="caption" tone="second" numberOfLines={1}>
        {label}
      </Text>
      <Text kind="label" isFigure numberOfLines={1}>
        {value}
      </Text>
    </View>
  )
}

const title = say('Bandingkan produk', 'Compare products')
const none = say('Pilih produk yang dibandingkan dari katalog.', 'Choose products to compare in the catalogue.')
const typeWord = say('Jenis', 'Type')
const drawdown = say('Penurunan terdalam (1 th)', 'Deepest fall (1 y)')
const buyFee = say('Biaya pembelian', 'Subscription fee')
const minimum = say('Minimal', 'At least')
const chart = say('Grafik {name}, 1 tahun', 'Chart of {name}, 1 year')

const styles = StyleSheet.create({ columns: { flexDirection: 'row', gap: space(2) }, name: { minHeight: 64 } })
