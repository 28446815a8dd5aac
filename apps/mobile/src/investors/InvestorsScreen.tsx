import { useInfiniteQuery } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useDeferredValue, useState } from 'react'
import { FlatList } from 'react-native'
import { investorStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { api } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { say, useSay } from '../app/preferences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { EmptyState, ErrorState } from '../ui/States.tsx'

/** The own book of investors. */
export function InvestorsScreen() {
  const words = useSay()
  const [search, setSearch] = useState('')
  const typed = useDeferredValue(search.trim())
  const query = useInfiniteQuery({
    queryKey: ['investors', typed],
    queryFn: async ({ pageParam }) =>
      await api.investors.list({ limit: 50, ...(typed ? { search: typed } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Screen title={words(nouns.investors)} isList top={<SearchField label={words(searchLabel)} value={search} onChange={setSearch} />}>
      {query.isLoading ? (
        <SkeletonRows />
      ) : query.error && items.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <FlatList
          data={items}
          keyExtractor={({ id }) => id}
          renderItem={({ item }) => (
            <ListRow
              title={item.displayName}
              left={<Avatar name={item.displayName} />}
              below={<StateDot state={investorStates[item.status]} />}
              onPress={() => router.push(paths.investor(item.id))}
            />
          )}
          onEndReached={() => query.hasNextPage && void query.fetchNextPage()}
          onRefresh={() => void query.refetch()}
          refreshing={query.isRefetching}
          ListEmptyComponent={<EmptyState icon="investors" title={words(none)} text={words(noneText)} />}
        />
      )}
    </Screen>
  )
}

const searchLabel = say('Cari nama atau SID', 'Search name or SID')
const none = say('Belum ada investor', 'No investors yet')
const noneText = say('Jadikan prospek sebagai investor dari halaman prospek.', 'Make a lead an investor on the page of the lead.')
