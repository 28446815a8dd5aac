import { useLocalSearchParams } from 'expo-router'
import { FlatList, StyleSheet, View } from 'react-native'
import { formatDate, formatMoney, formatUnits } from '@rmtools/look/format'
import { nouns, transactionTypes } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { useTransactions } from './remote.ts'
import { useCase } from './use-investors.ts'

/** Purchases, sales and switches, newest first. */
export function TransactionsScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { seen } = useCase(id)
  const { data, isLoading, error, refetch, hasNextPage, fetchNextPage, isRefetching } =
    useTransactions(id)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const latest = data?.pages[0]
  return (
    <Screen
      title={words(title)}
      subtitle={seen?.displayName}
      backTo={`/investors/${id}`}
      isList
      top={
        <View style={styles.asOf}>
          <AsOf at={latest?.asOf} isStale={latest?.isStale === true || !isOnline} />
        </View>
      }
    >
      <Loaded
        isLoading={isLoading}
        error={items.length === 0 && error}
        onRetry={() => void refetch()}
      >
        <FlatList
          data={items}
          keyExtractor={(item) => item.id}
          onEndReached={() => hasNextPage && void fetchNextPage()}
          onRefresh={() => void refetch()}
          refreshing={isRefetching}
          ListEmptyComponent={<EmptyState icon="list" title={words(none)} />}
          renderItem={({ item }) => (
            <ListRow
              title={item.productName}
              detail={`${words(transactionTypes[item.type])} · ${formatDate(item.navDate, language)} · ${formatUnits(item.units, language)} ${words(nouns.units).toLowerCase()}`}
              right={
                <View style={styles.right}>
                  <Text isFigure>{formatMoney(item.amount, item.currency, language)}</Text>
                  <Text kind="caption" tone="second" isFigure>
                    {words(navWord, { nav: formatUnits(item.nav, language) })}
                  </Text>
                </View>
              }
            />
          )}
        />
      </Loaded>
    </Screen>
  )
}

const title = say('Transaksi', 'Transactions')
const none = say('Belum ada transaksi', 'No transactions yet')
const navWord = say('NAB/UP {nav}', 'NAV {nav}')

const styles = StyleSheet.create({
  asOf: { paddingHorizontal: 16 },
  right: { alignItems: 'flex-end' },
})
