import { router } from 'expo-router'
import { useMemo } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatDate } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useMe } from '../account/remote.ts'
import { isDue } from '../leads/rules.ts'
import { useLeads } from '../leads/use-leads.ts'
import { useUnreadCount } from '../notifications/remote.ts'
import { Button } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AsOf, EmptyState, ErrorState } from '../ui/States.tsx'
import { CutOffs } from './CutOffs.tsx'
import { Figures } from './Figures.tsx'
import { Licence } from './Licence.tsx'
import { useToday } from './remote.ts'
import { FollowUps, Instructions, Returned } from './Waiting.tsx'

/** The RM's day: open work, deadlines, and the month's figures. */
export function TodayScreen() {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { data: me } = useMe()
  const unread = useUnreadCount()
  const { leads } = useLeads()
  const { data, isLoading, error, dataUpdatedAt, refetch, isRefetching } = useToday()
  const due = useMemo(
    () =>
      leads
        .filter((lead) => isDue(lead, new Date()))
        .toSorted((a, b) => String(a.nextFollowUpAt).localeCompare(String(b.nextFollowUpAt))),
    [leads],
  )
  const isFree =
    data && due.length + data.returned.count + data.waiting.count + data.failed.count === 0
  return (
    <Screen
      title={words(greetingAt(new Date()), { name: me?.fullName.split(' ')[0] ?? '' })}
      subtitle={formatDate(new Date().toISOString(), language)}
      actions={[
        {
          icon: 'bell',
          label: words(nouns.notifications),
          onPress: () => router.push(paths.notifications),
          badge: unread,
        },
      ]}
      onRefresh={() => void refetch()}
      isRefreshing={isRefetching}
    >
      <AsOf at={dataUpdatedAt} isStale={!isOnline && dataUpdatedAt > 0} />
      {isLoading ? <Loading /> : null}
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <Licence licence={data.licence} />
          <Figures aum={data.aum} sales={data.sales} />
          <CutOffs cutOffs={data.cutOffs} />
          <Returned returned={data.returned} />
          <Instructions title={words(failed)} instructions={data.failed} />
          <Instructions title={words(waiting)} instructions={data.waiting} />
        </>
      ) : null}
      <FollowUps leads={due} />
      {isFree ? (
        <EmptyState icon="check" title={words(nothing)} text={words(nothingText)}>
          <Button title={words(toLeads)} kind="quiet" onPress={() => router.push(paths.leads)} />
        </EmptyState>
      ) : null}
    </Screen>
  )
}

function Loading() {
  return (
    <View style={styles.loading}>
      <Skeleton width="30%" />
      <Skeleton width="64%" height={40} />
      <Skeleton height={110} />
      <Skeleton height={180} />
    </View>
  )
}

function greetingAt(now: Date) {
  const hour = (now.getUTCHours() + 7) % 24
  if (hour < 11) return morning
  if (hour < 15) return noon
  return hour < 19 ? afternoon : evening
}

const morning = say('Selamat pagi, {name}', 'Good morning, {name}')
const noon = say('Selamat siang, {name}', 'Good day, {name}')
const afternoon = say('Selamat sore, {name}', 'Good afternoon, {name}')
const evening = say('Selamat malam, {name}', 'Good evening, {name}')
const failed = say('Instruksi gagal', 'Instructions that failed')
const waiting = say('Menunggu investor', 'Waiting for the investor')
const nothing = say('Tidak ada yang menunggu', 'Nothing is waiting')
const nothingText = say(
  'Saat yang baik untuk menghubungi prospek.',
  'A good time to reach out to a lead.',
)
const toLeads = say('Buka prospek', 'Open the leads')

const styles = StyleSheet.create({ loading: { gap: space(3) } })
