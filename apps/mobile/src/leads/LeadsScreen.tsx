import { router } from 'expo-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { SectionList, StyleSheet, View } from 'react-native'
import { leadStatuses, type LeadStatus } from '@rmtools/contracts/crm/leads'
import { formatCount } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { leadStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, Chips } from '../ui/Chip.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Split } from '../ui/Split.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { LeadBoard } from './LeadBoard.tsx'
import { LeadRow } from './LeadRow.tsx'
import { LeadPane } from './LeadScreen.tsx'
import { countByStatus, isDue, matching, type SeenLead } from './rules.ts'
import { useLeads } from './use-leads.ts'

/** The RM's own leads, with search and filters, as a list or a board. */
export function LeadsScreen() {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { leads, isLoading, error, refetch, isRefetching, dataUpdatedAt, isError } = useLeads()
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState<LeadStatus>()
  const [isDueOnly, setDueOnly] = useState(false)
  const [isBoard, setBoard] = useState(false)
  const typed = useDeferredValue(search)
  const shown = useMemo(
    () =>
      matching(
        leads,
        { search: typed, statuses: status && !isBoard ? [status] : [], isDueOnly },
        new Date(),
      ),
    [leads, typed, status, isDueOnly, isBoard],
  )
  const counts = useMemo(() => countByStatus(leads), [leads])
  const due = useMemo(() => leads.filter((lead) => isDue(lead, new Date())).length, [leads])
  const filters = (
    <View style={styles.filters}>
      <SearchField label={words(searchLabel)} value={search} onChange={setSearch} />
      <Chips>
        <Chip
          text={words(dueWord)}
          count={due}
          isOn={isDueOnly}
          onPress={() => setDueOnly(!isDueOnly)}
        />
        {isBoard
          ? null
          : leadStatuses.map((value) => (
              <Chip
                key={value}
                text={words(leadStates[value].word)}
                count={counts[value]}
                isOn={status === value}
                onPress={() => setStatus(status === value ? undefined : value)}
              />
            ))}
      </Chips>
      <View style={styles.asOf}>
        <AsOf at={dataUpdatedAt} isStale={!isOnline || isError} />
      </View>
    </View>
  )
  const content = isBoard ? (
    <LeadBoard leads={shown} />
  ) : (
    <LeadList leads={shown} onRefresh={() => void refetch()} isRefreshing={isRefetching} />
  )
  const book = (
    <Screen
      title={words(nouns.leads)}
      subtitle={
        leads.length > 0 ? words(inBook, { count: formatCount(leads.length, language) }) : undefined
      }
      actions={[
        {
          icon: isBoard ? 'list' : 'board',
          label: words(isBoard ? asList : asBoard),
          onPress: () => setBoard(!isBoard),
        },
      ]}
      top={leads.length > 0 ? filters : undefined}
      footer={
        <Button title={words(add)} icon="plus" onPress={() => router.push(paths.newLead)} isWide />
      }
      isList
    >
      {leads.length > 0 ? (
        content
      ) : (
        <Loaded isLoading={isLoading} error={error} onRetry={() => void refetch()}>
          <EmptyState icon="leads" title={words(none)} text={words(noneText)} />
        </Loaded>
      )}
    </Screen>
  )
  // The board needs the whole width.
  if (isBoard) return book
  return (
    <Split
      list={book}
      detailOf={(id) => <LeadPane key={id} id={id} />}
      empty={<EmptyState icon="leads" title={words(choose)} text={words(chooseText)} />}
    />
  )
}

function LeadList({
  leads,
  onRefresh,
  isRefreshing,
}: {
  leads: readonly SeenLead[]
  onRefresh: () => void
  isRefreshing: boolean
}) {
  const colours = useColours()
  const words = useSay()
  const sections = useMemo(
    () =>
      leadStatuses
        .map((status) => ({ status, data: leads.filter((lead) => lead.status === status) }))
        .filter(({ data }) => data.length > 0),
    [leads],
  )
  return (
    <SectionList
      sections={sections}
      keyExtractor={({ id }) => id}
      renderItem={({ item }) => <LeadRow lead={item} />}
      renderSectionHeader={({ section: { status, data } }) => (
        <View style={[styles.heading, { backgroundColor: colours.background }]}>
          <Text kind="label" tone="second" role="heading" isStrong>
            {words(leadStates[status].word)}
          </Text>
          <Text kind="label" tone="faint" isFigure>
            {data.length}
          </Text>
        </View>
      )}
      stickySectionHeadersEnabled
      initialNumToRender={12}
      windowSize={9}
      removeClippedSubviews
      keyboardShouldPersistTaps="handled"
      onRefresh={onRefresh}
      refreshing={isRefreshing}
      contentContainerStyle={styles.list}
      ListEmptyComponent={
        <EmptyState icon="search" title={words(notFound)} text={words(notFoundText)} />
      }
    />
  )
}

const searchLabel = say('Cari nama, telepon, minat', 'Search name, phone, interest')
const dueWord = say('Perlu ditindaklanjuti', 'Follow-up due')
const inBook = say('{count} di buku Anda', '{count} in your book')
const add = say('Tambah prospek', 'Add a lead')
const asList = say('Tampilkan sebagai daftar', 'Show as a list')
const asBoard = say('Tampilkan sebagai papan', 'Show as a board')
const choose = say('Pilih prospek', 'Choose a lead')
const chooseText = say('Yang Anda pilih terbuka di sini.', 'What you select opens here.')
const none = say('Belum ada prospek', 'No leads yet')
const noneText = say(
  'Nama dan nomor telepon sudah cukup untuk memulai.',
  'A name and a phone number are enough to start.',
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
  heading: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingHorizontal: space(4),
    paddingTop: space(3),
    paddingBottom: space(1),
  },
})
