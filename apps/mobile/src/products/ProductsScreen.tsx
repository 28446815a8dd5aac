import { router } from 'expo-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { FlatList, StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import { space } from '@rmtools/look/scale'
import { principles } from '@rmtools/look/product-fields'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, Chips } from '../ui/Chip.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Split, useOpening } from '../ui/Split.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { filtersOn, matchingProducts, noFilter, type ProductFilter } from './filtering.ts'
import { FilterSheet } from './FilterSheet.tsx'
import { ProductRow } from './ProductRow.tsx'
import { ProductPane } from './ProductScreen.tsx'
import { useFavourites, useProducts } from './remote.ts'

/** The largest number of products that can be compared. */
export const MOST_COMPARED = 4

/** The product catalogue. */
export function ProductsScreen() {
  const words = useSay()
  const isOnline = useIsOnline()
  const [filter, setFilter] = useState<ProductFilter>(noFilter)
  const [isFiltering, setFiltering] = useState(false)
  const [compared, setCompared] = useState<readonly string[]>()
  const { codes } = useFavourites()
  const { data, isLoading, error, refetch, isRefetching } = useProducts()
  const deferred = useDeferredValue(filter)
  const shown = useMemo(
    () => matchingProducts(data?.items ?? [], deferred, codes),
    [data, deferred, codes],
  )
  const choose = (code: string) =>
    setCompared(
      compared?.includes(code)
        ? compared.filter((other) => other !== code)
        : [...(compared ?? []), code].slice(-MOST_COMPARED),
    )
  const on = filtersOn(filter)
  const catalogue = (
    <Screen
      title={words(nouns.products)}
      isList
      actions={[
        { icon: 'filter', label: words(filterWord), onPress: () => setFiltering(true), badge: on },
        {
          icon: compared ? 'close' : 'switch',
          label: words(compared ? endCompare : compareWord),
          onPress: () => setCompared(compared ? undefined : []),
        },
      ]}
      top={
        <View style={styles.top}>
          <SearchField
            label={words(searchLabel)}
            value={filter.search}
            onChange={(search) => setFilter({ ...filter, search })}
          />
          <QuickFilters filter={filter} onChange={setFilter} favourites={codes.size} />
          <View style={styles.asOf}>
            <AsOf at={data?.asOf} isStale={data?.isStale === true || !isOnline} />
          </View>
        </View>
      }
      footer={
        compared ? (
          <Button
            title={words(compareNow, { count: compared.length })}
            onPress={() => router.push(paths.compare(compared))}
            reason={compared.length < 2 ? words(chooseTwo) : undefined}
            isWide
          />
        ) : undefined
      }
    >
      <Loaded isLoading={isLoading} error={!data && error} onRetry={() => void refetch()}>
        <Catalogue
          shown={shown}
          compared={compared}
          onChoose={choose}
          onRefresh={() => void refetch()}
          isRefreshing={isRefetching}
        />
      </Loaded>
      {isFiltering ? (
        <FilterSheet
          products={data?.items ?? []}
          filter={filter}
          onChange={setFilter}
          onClose={() => setFiltering(false)}
        />
      ) : null}
    </Screen>
  )
  return (
    <Split
      list={catalogue}
      detailOf={(code) => <ProductPane key={code} code={code} />}
      empty={<EmptyState icon="products" title={words(chooseOne)} text={words(chooseOneText)} />}
    />
  )
}

type QuickProps = {
  filter: ProductFilter
  onChange: (filter: ProductFilter) => void
  favourites: number
}

function QuickFilters({ filter, onChange, favourites: count }: QuickProps) {
  const words = useSay()
  const { isFavouriteOnly, isSyariahOnly, currency, riskMax } = filter
  return (
    <Chips>
      <Chip
        text={words(favourites)}
        count={count}
        isOn={isFavouriteOnly}
        onPress={() => onChange({ ...filter, isFavouriteOnly: !isFavouriteOnly })}
      />
      <Chip
        text={words(principles.syariah)}
        isOn={isSyariahOnly}
        onPress={() => onChange({ ...filter, isSyariahOnly: !isSyariahOnly })}
      />
      <Chip
        text="USD"
        isOn={currency === 'USD'}
        onPress={() => onChange({ ...filter, currency: currency ? undefined : 'USD' })}
      />
      <Chip
        text={words(lowRisk)}
        isOn={riskMax === 2}
        onPress={() => onChange({ ...filter, riskMax: riskMax === 2 ? 5 : 2 })}
      />
    </Chips>
  )
}

type CatalogueProps = {
  shown: readonly Product[]
  compared: readonly string[] | undefined
  onChoose: (code: string) => void
  onRefresh: () => void
  isRefreshing: boolean
}

function Catalogue({ shown, compared, onChoose, onRefresh, isRefreshing }: CatalogueProps) {
  const words = useSay()
  const { codes, toggle } = useFavourites()
  const { chosen, open } = useOpening()
  return (
    <FlatList
      data={shown}
      keyExtractor={({ code }) => code}
      initialNumToRender={12}
      keyboardShouldPersistTaps="handled"
      onRefresh={onRefresh}
      refreshing={isRefreshing}
      contentContainerStyle={styles.list}
      renderItem={({ item }) => (
        <ProductRow
          product={item}
          isFavourite={codes.has(item.code)}
          onFavourite={() => toggle(item.code)}
          isChosen={compared?.includes(item.code)}
          onPress={() =>
            compared ? onChoose(item.code) : open(item.code, paths.product(item.code))
          }
          isShown={chosen === item.code}
        />
      )}
      ListEmptyComponent={<EmptyState icon="search" title={words(none)} text={words(noneText)} />}
    />
  )
}

const searchLabel = say('Cari produk atau manajer investasi', 'Search product or fund manager')
const filterWord = say('Saring', 'Filter')
const compareWord = say('Bandingkan produk', 'Compare products')
const endCompare = say('Selesai membandingkan', 'Stop comparing')
const compareNow = say('Bandingkan ({count})', 'Compare ({count})')
const chooseTwo = say('Pilih dua sampai empat produk.', 'Choose two to four products.')
const favourites = say('Favorit', 'Favourites')
const lowRisk = say('Risiko rendah', 'Low risk')
const chooseOne = say('Pilih produk', 'Choose a product')
const chooseOneText = say('Yang Anda pilih terbuka di sini.', 'What you select opens here.')
const none = say('Tidak ada yang cocok', 'Nothing matches')
const noneText = say(
  'Hapus filternya, atau cari kata lain.',
  'Remove the filters, or search for something else.',
)

const styles = StyleSheet.create({
  top: { gap: space(1) },
  asOf: { paddingHorizontal: space(4) },
  list: { paddingBottom: space(6) },
})
