import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { FlatList } from 'react-native'
import { nouns, productTypes } from '@rmtools/look/words'
import { api } from '../app/api.ts'
import { say, useSay } from '../app/preferences.ts'
import { ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/States.tsx'

/** What can be sold. */
export function ProductsScreen() {
  const words = useSay()
  const [search, setSearch] = useState('')
  const typed = useDeferredValue(search.trim().toLowerCase())
  const { data, isLoading, error, refetch } = useQuery({ queryKey: ['products'], queryFn: async () => await api.products.list() })
  const items = data?.items.filter(({ name, manager }) => `${name} ${manager}`.toLowerCase().includes(typed)) ?? []
  return (
    <Screen title={words(nouns.products)} isList top={<SearchField label={words(searchLabel)} value={search} onChange={setSearch} />}>
      {isLoading ? (
        <SkeletonRows />
      ) : error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <FlatList
          data={items}
          keyExtractor={({ code }) => code}
          renderItem={({ item }) => <ListRow title={item.name} detail={`${words(productTypes[item.type])} · ${item.manager}`} />}
          ListEmptyComponent={<EmptyState icon="products" title={words(none)} />}
        />
      )}
    </Screen>
  )
}

const searchLabel = say('Cari produk atau manajer investasi', 'Search product or manager')
const none = say('Tidak ada produk', 'No products')
