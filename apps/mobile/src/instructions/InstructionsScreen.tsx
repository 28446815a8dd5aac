import { keysOf } from '@rmtools/contracts/keys'
import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { FlatList, StyleSheet, View } from 'react-native'
import { formatDate } from '@rmtools/look/format'
import { instructionStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { SyncDot } from '../sync/SyncDot.tsx'
import { Chip, Chips } from '../ui/Chip.tsx'
import { ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { instructionGroups, isIn, type InstructionGroup, type SeenInstruction } from './rules.ts'
import { useInstructions } from './use-instructions.ts'

const groups = keysOf(instructionGroups)

/** Instructions of the RM's own book, or of one investor, newest first. */
export function InstructionsScreen() {
  const { investorId } = useLocalSearchParams<{ investorId?: string }>()
  const words = useSay()
  const isOnline = useIsOnline()
  const [group, setGroup] = useState<InstructionGroup>()
  const [search, setSearch] = useState('')
  const {
    items,
    isLoading,
    error,
    refetch,
    isRefetching,
    hasNextPage,
    fetchNextPage,
    dataUpdatedAt,
  } = useInstructions(investorId, search)
  const shown = group ? items.filter(({ status }) => isIn(group, status)) : items
  return (
    <Screen
      title={words(nouns.instructions)}
      subtitle={investorId ? items[0]?.investorName : undefined}
      backTo={investorId ? `/investors/${investorId}` : paths.investors}
      isList
      top={
        <View style={styles.top}>
          <SearchField label={words(searchLabel)} value={search} onChange={setSearch} />
          <Chips>
            {groups.map((each) => (
              <Chip
                key={each}
                text={words(groupWords[each])}
                isOn={group === each}
                onPress={() => setGroup(group === each ? undefined : each)}
              />
            ))}
          </Chips>
          <View style={styles.asOf}>
            <AsOf at={dataUpdatedAt} isStale={!isOnline && dataUpdatedAt > 0} />
          </View>
        </View>
      }
    >
      <Loaded
        isLoading={isLoading && items.length === 0}
        error={items.length === 0 && error}
        onRetry={() => void refetch()}
      >
        <FlatList
          data={shown}
          keyExtractor={({ id }) => id}
          renderItem={({ item }) => <InstructionRow instruction={item} />}
          onEndReached={() => hasNextPage && void fetchNextPage()}
          onRefresh={() => void refetch()}
          refreshing={isRefetching}
          ListEmptyComponent={
            search.trim() === '' ? (
              <EmptyState icon="switch" title={words(none)} text={words(noneText)} />
            ) : (
              <EmptyState icon="search" title={words(notFound)} text={words(notFoundText)} />
            )
          }
        />
      </Loaded>
    </Screen>
  )
}

function InstructionRow({ instruction }: { instruction: SeenInstruction }) {
  const words = useSay()
  const language = useLanguage()
  const { id, investorName, type, productName, targetProductName, status, createdAt, sync } =
    instruction
  const what = [productName, targetProductName].filter(Boolean).join(' → ')
  return (
    <ListRow
      title={investorName}
      detail={`${words(nouns[type])} · ${what}`}
      label={`${investorName}, ${words(nouns[type])}, ${what}, ${words(instructionStates[status].word)}`}
      below={
        <View style={styles.states}>
          <StateDot state={instructionStates[status]} />
          <SyncDot sync={sync} />
        </View>
      }
      right={
        <View style={styles.right}>
          <Text kind="label" isFigure>
            {quantityOf(instruction, language)}
          </Text>
          <Text kind="caption" tone="second">
            {formatDate(createdAt, language)}
          </Text>
        </View>
      }
      onPress={() => router.push(paths.instruction(id))}
    />
  )
}

const groupWords: Record<InstructionGroup, { id: string; en: string }> = {
  waiting: say('Menunggu', 'Waiting'),
  running: say('Diproses', 'In progress'),
  settled: say('Selesai', 'Settled'),
  ended: say('Berakhir', 'Ended'),
}
const searchLabel = say('Cari nomor, nama, produk, jumlah', 'Search number, name, product, amount')
const notFound = say('Tidak ditemukan', 'Nothing found')
const notFoundText = say(
  'Coba nomor instruksi atau Bib, nama atau telepon investor, IFUA, produk, atau jumlah.',
  'Try the number of the instruction or of Bib, name or phone of the investor, IFUA, product or amount.',
)
const none = say('Belum ada instruksi', 'No instructions yet')
const noneText = say(
  'Buat instruksi dari halaman investor atau produk.',
  'Create one on the page of an investor or a product.',
)

const styles = StyleSheet.create({
  top: { gap: space(1) },
  asOf: { paddingHorizontal: space(4) },
  states: { flexDirection: 'row', flexWrap: 'wrap', columnGap: space(4) },
  right: { alignItems: 'flex-end' },
})
