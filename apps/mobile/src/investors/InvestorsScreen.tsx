import { router } from 'expo-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { FlatList, StyleSheet, View } from 'react-native'
import { formatCount } from '@rmtools/look/format'
import { investorStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { SyncDot } from '../sync/SyncDot.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip, Chips } from '../ui/Chip.tsx'
import { ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Split, useOpening } from '../ui/Split.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { groupOf, matchingInvestors, stateGroups, type StateGroup } from './filtering.ts'
import { InvestorPane } from './InvestorScreen.tsx'
import type { SeenInvestor } from './rules.ts'
import { useInvestors } from './use-investors.ts'

/** The RM's own book of investors. */
export function InvestorsScreen() {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const [search, setSearch] = useState('')
  const [group, setGroup] = useState<StateGroup>()
  const [kind, setKind] = useState<SeenInvestor['kind']>()
  const typed = useDeferredValue(search)
  const { investors, isLoading, error, refetch, isRefetching, dataUpdatedAt, isError } =
    useInvestors()
  const shown = useMemo(
    () => matchingInvestors(investors, { search: typed, group, kind }),
    [investors, typed, group, kind],
  )
  const top = (
    <View style={styles.filters}>
      <SearchField label={words(searchLabel)} value={search} onChange={setSearch} />
      <Filters
        investors={investors}
        group={group}
        onGroup={setGroup}
        kind={kind}
        onKind={setKind}
      />
      <View style={styles.asOf}>
        <AsOf at={dataUpdatedAt} isStale={(!isOnline || isError) && dataUpdatedAt > 0} />
      </View>
    </View>
  )
  const book = (
    <Screen
      title={words(nouns.investors)}
      subtitle={
        investors.length > 0
          ? words(inBook, { count: formatCount(investors.length, language) })
          : undefined
      }
      isList
      top={investors.length > 0 ? top : undefined}
      actions={[
        {
          icon: 'switch',
          label: words(nouns.instructions),
          onPress: () => router.push(paths.instructions),
        },
      ]}
      footer={
        <Button
          title={words(begin)}
          icon="plus"
          onPress={() => router.push(paths.newInvestor)}
          isWide
        />
      }
    >
      <Loaded
        isLoading={isLoading && investors.length === 0}
        error={investors.length === 0 && error}
        onRetry={() => void refetch()}
      >
        <FlatList
          data={shown}
          keyExtractor={({ id }) => id}
          renderItem={({ item }) => <InvestorRow investor={item} />}
          initialNumToRender={12}
          windowSize={9}
          keyboardShouldPersistTaps="handled"
          onRefresh={() => void refetch()}
          refreshing={isRefetching}
          contentContainerStyle={styles.list}
          ListEmptyComponent={
            investors.length === 0 ? (
              <EmptyState icon="investors" title={words(none)} text={words(noneText)} />
            ) : (
              <EmptyState icon="search" title={words(notFound)} text={words(notFoundText)} />
            )
          }
        />
      </Loaded>
    </Screen>
  )
  return (
    <Split
      list={book}
      detailOf={(id) => <InvestorPane key={id} id={id} />}
      empty={<EmptyState icon="investors" title={words(choose)} text={words(chooseText)} />}
    />
  )
}

type FiltersProps = {
  investors: readonly SeenInvestor[]
  group: StateGroup | undefined
  onGroup: (group: StateGroup | undefined) => void
  kind: SeenInvestor['kind'] | undefined
  onKind: (kind: SeenInvestor['kind'] | undefined) => void
}

function Filters({ investors, group, onGroup, kind, onKind }: FiltersProps) {
  const words = useSay()
  const count = (wanted: StateGroup) =>
    investors.filter(({ status }) => groupOf(status) === wanted).length
  const institutions = investors.filter((investor) => investor.kind === 'institutional').length
  return (
    <Chips>
      {stateGroups
        .filter((each) => count(each) > 0)
        .map((each) => (
          <Chip
            key={each}
            text={words(investorStates[each].word)}
            count={count(each)}
            isOn={group === each}
            onPress={() => onGroup(group === each ? undefined : each)}
          />
        ))}
      {institutions > 0 ? (
        <Chip
          text={words(nouns.institutional)}
          count={institutions}
          isOn={kind === 'institutional'}
          onPress={() => onKind(kind ? undefined : 'institutional')}
        />
      ) : null}
    </Chips>
  )
}

function InvestorRow({ investor }: { investor: SeenInvestor }) {
  const words = useSay()
  const { chosen, open } = useOpening()
  const { id, displayName, status, kind, sync } = investor
  return (
    <ListRow
      title={displayName}
      left={<Avatar name={displayName} />}
      label={[displayName, words(investorStates[status].word)].join(', ')}
      below={
        <View style={styles.states}>
          <StateDot
            state={investorStates[status]}
            more={kind === 'institutional' ? words(nouns.institutional) : undefined}
          />
          <SyncDot sync={sync} />
        </View>
      }
      onPress={() => open(id, paths.investor(id))}
      isChosen={chosen === id}
    />
  )
}

const searchLabel = say('Cari nama, telepon, SID', 'Search name, phone, SID')
const inBook = say('{count} di buku Anda', '{count} in your book')
const begin = say('Investor baru', 'New investor')
const choose = say('Pilih investor', 'Choose an investor')
const chooseText = say('Yang Anda pilih terbuka di sini.', 'What you select opens here.')
const none = say('Belum ada investor', 'No investors yet')
const noneText = say(
  'Mulai berkas baru, atau jadikan prospek sebagai investor.',
  'Start a case, or convert a lead.',
)
const notFound = say('Tidak ada yang cocok', 'Nothing matches')
const notFoundText = say(
  'Ubah kata pencarian atau hapus filternya.',
  'Search for something else, or remove a filter.',
)

const styles = StyleSheet.create({
  filters: { gap: space(1) },
  asOf: { paddingHorizontal: space(4) },
  list: { paddingBottom: space(6) },
  states: { flexDirection: 'row', flexWrap: 'wrap', columnGap: space(4) },
})
