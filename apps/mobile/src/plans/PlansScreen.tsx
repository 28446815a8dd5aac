import { FlatList } from 'react-native'
import { planWords } from '@rmtools/look/plan-words'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Screen } from '../ui/Screen.tsx'
import { EmptyState } from '../ui/States.tsx'
import { PlanRow } from './PlanRow.tsx'
import { usePlans } from './remote.ts'

/** The recurring plans of the RM's own book, newest first. */
export function PlansScreen() {
  const words = useSay()
  const { data, isLoading, error, refetch, isRefetching, hasNextPage, fetchNextPage } = usePlans()
  const plans = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Screen title={words(planWords.plans)} backTo={paths.more} isList>
      <Loaded isLoading={isLoading} error={!data && error} onRetry={() => void refetch()}>
        <FlatList
          data={plans}
          keyExtractor={({ id }) => id}
          renderItem={({ item }) => <PlanRow plan={item} />}
          onEndReached={() => hasNextPage && void fetchNextPage()}
          onRefresh={() => void refetch()}
          refreshing={isRefetching}
          ListEmptyComponent={
            <EmptyState icon="calendar" title={words(none)} text={words(noneText)} />
          }
        />
      </Loaded>
    </Screen>
  )
}

const none = say('Belum ada rencana berkala', 'No recurring plans yet')
const noneText = say(
  'Buat rencana dari halaman investor atau produk.',
  'Make one on the page of an investor or a product.',
)
