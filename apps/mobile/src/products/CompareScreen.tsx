import { router, useLocalSearchParams } from 'expo-router'
import type { ReactNode } from 'react'
import { ScrollView, StyleSheet, useWindowDimensions, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import type { ProductNavs } from '@rmtools/contracts/bff/products'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatPercent } from '@rmtools/look/format'
import { productFees, productFields, type ShownField } from '@rmtools/look/product-fields'
import { space } from '@rmtools/look/scale'
import { paths } from '../base/paths.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { LineChart } from '../charts/LineChart.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Banner, EmptyState } from '../ui/States.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useTheme } from '../ui/theme.ts'
import { MOST_COMPARED } from './ProductsScreen.tsx'
import { useNavsOf, useProducts } from './remote.ts'
import { periodWords } from './returns.ts'

const LEAST_COLUMN = 104
const WIDEST = 760
const EDGES = 2 * space(4) + 2 * space(4)

/** Up to four products side by side; each row's label is above its values. */
export function CompareScreen() {
  const { codes = '' } = useLocalSearchParams<{ codes: string }>()
  const words = useSay()
  const language = useLanguage()
  const { series, colours } = useTheme()
  const { width } = useWindowDimensions()
  const { data } = useProducts()
  const wanted = codes.split(',').slice(0, MOST_COMPARED)
  const products = wanted.flatMap(
    (code) => data?.items.find((product) => product.code === code) ?? [],
  )
  const navs = useNavsOf(products.map(({ code }) => code))
  const rows = useRows()
  const missing = navs.find(({ data: prices, error }) => error && !prices)?.error
  const column = Math.max(
    LEAST_COLUMN,
    (Math.min(width, WIDEST) - EDGES) / Math.max(1, products.length),
  )
  const compared = products.map((product, index) => ({ product, navs: navs[index]?.data }))
  const cells = (of: (one: Compared, index: number) => ReactNode) => (
    <View style={styles.cells}>
      {compared.map((one, index) => (
        <View key={one.product.code} style={[styles.cell, { width: column }]}>
          {of(one, index)}
        </View>
      ))}
    </View>
  )
  if (products.length === 0)
    return (
      <Screen title={words(title)} backTo="/products">
        <EmptyState icon="products" title={words(none)} />
      </Screen>
    )
  return (
    <Screen title={words(title)} backTo="/products">
      {missing ? (
        <Banner
          tone="warning"
          icon="warning"
          title={words(noPrices)}
          text={textOf(missing, language)}
        />
      ) : null}
      <Card>
        <ScrollView
          horizontal
          showsHorizontalScrollIndicator={false}
          contentContainerStyle={styles.table}
        >
          <View>
            {cells(({ product }) => (
              <Tap
                onPress={() => router.push(paths.product(product.code))}
                label={product.name}
                role="link"
                style={styles.name}
              >
                <Text kind="label" isStrong numberOfLines={4}>
                  {product.name}
                </Text>
              </Tap>
            ))}
            {cells(({ product, navs: prices }, index) => (
              <LineChart
                values={(prices?.items ?? []).map(({ nav }) => Number(nav))}
                height={56}
                colour={series[index] ?? colours.brand}
                label={words(chart, { name: product.name })}
              />
            ))}
            {rows.map(({ label, of }) => (
              <View key={label} style={[styles.row, { borderColor: colours.hairline }]}>
                <Text kind="caption" tone="second">
                  {label}
                </Text>
                {cells((one) => (
                  <Text kind="label" isFigure numberOfLines={2}>
                    {of(one)}
                  </Text>
                ))}
              </View>
            ))}
          </View>
        </ScrollView>
      </Card>
      <ReturnsNote />
    </Screen>
  )
}

/** What the returns mean, and what they do not. */
function ReturnsNote() {
  const words = useSay()
  return (
    <>
      <Text kind="caption" tone="second">
        {words(figureMeanings.returns)}
      </Text>
      <Disclaimer />
    </>
  )
}

type Compared = { product: Product; navs: ProductNavs | undefined }

/** The rows of the comparison and how each formats a product. */
function useRows(): { label: string; of: (one: Compared) => string }[] {
  const words = useSay()
  const language = useLanguage()
  const row = ({ label, textOf }: ShownField<Product>) => ({
    label: words(label),
    of: ({ product }: Compared) => textOf(product, language),
  })
  return [
    row(productFields.riskLevel),
    row(productFields.type),
    row(productFields.latestNav),
    ...periodWords.map(([period, word]) => ({
      label: words(word),
      of: ({ navs }: Compared) => formatPercent(navs?.returns[period], language, true),
    })),
    { label: words(drawdown), of: ({ navs }) => formatPercent(navs?.maxDrawdown, language) },
    row(productFees.subscription),
    row(productFields.minimumSubscription),
    row(productFields.cutOff),
  ]
}

const title = say('Bandingkan produk', 'Compare products')
const none = say(
  'Pilih produk yang dibandingkan dari katalog.',
  'Choose products to compare in the catalogue.',
)
const noPrices = say('Harga belum dapat ditampilkan', 'Prices are not available now')
const drawdown = say('Penurunan terdalam (1 th)', 'Maximum drawdown (1 y)')
const chart = say('Grafik {name}, 1 tahun', 'Chart of {name}, 1 year')

const styles = StyleSheet.create({
  table: { padding: space(4) },
  row: {
    borderTopWidth: StyleSheet.hairlineWidth,
    paddingTop: space(2),
    paddingBottom: space(1),
    gap: 2,
  },
  cells: { flexDirection: 'row', paddingVertical: space(1) },
  cell: { paddingRight: space(3) },
  name: { minHeight: 72, justifyContent: 'flex-start' },
})
