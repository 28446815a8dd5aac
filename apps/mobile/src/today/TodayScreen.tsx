import { useQuery } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useMemo } from 'react'
import { formatMoneyShort, formatRelative } from '@rmtools/look/format'
import { api } from '../app/api.ts'
import { useIsOnline } from '../app/network.ts'
import { paths } from '../app/paths.ts'
import { say, useLanguage, useSay } from '../app/preferences.ts'
import { useMe } from '../account/remote.ts'
import { isDue } from '../leads/rules.ts'
import { useLeads } from '../leads/use-leads.ts'
import { useUnreadCount } from '../notifications/remote.ts'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Figure, Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { nouns } from '@rmtools/look/words'

/** What is to be done today, and how the own book stands. */
export function TodayScreen() {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { data: me } = useMe()
  const unread = useUnreadCount()
  const { leads } = useLeads()
  const board = useQuery({ queryKey: ['today'], queryFn: async () => await api.dashboard.get({ months: 2 }) })
  const due = useMemo(
    () =>
      leads.filter((lead) => isDue(lead, new Date())).toSorted((a, b) => String(a.nextFollowUpAt).localeCompare(String(b.nextFollowUpAt))),
    [leads],
  )
  const aum = board.data?.aum?.byMonth.findLast(({ currency }) => currency === 'IDR')
  return (
    <Screen
      title={words(greetingAt(new Date()), { name: me?.fullName.split(' ')[0] ?? '' })}
      actions={[{ icon: 'bell', label: words(nouns.notifications), onPress: () => router.push(paths.notifications), badge: unread }]}
      onRefresh={() => void board.refetch()}
    >
      <AsOf at={board.dataUpdatedAt} isStale={!isOnline && board.dataUpdatedAt > 0} />
      {board.isLoading ? (
        <Skeleton width="60%" height={42} />
      ) : aum ? (
        <Figure label={words(managed)} value={formatMoneyShort(aum.value, 'IDR', language)} />
      ) : null}
      <Section title={words(nouns.followUp)}>
        {due.length === 0 ? (
          <EmptyState icon="check" title={words(nothing)} text={words(nothingText)} />
        ) : (
          <Card>
            {due.slice(0, 8).map((lead, index, all) => (
              <ListRow
                key={lead.id}
                title={lead.fullName}
                detail={[lead.interest, formatRelative(lead.nextFollowUpAt, language)].filter(Boolean).join(' · ')}
                icon="clock"
                onPress={() => router.push(paths.lead(lead.id))}
                isLast={index === all.length - 1}
              />
            ))}
          </Card>
        )}
      </Section>
    </Screen>
  )
}

function greetingAt(now: Date) {
  const hour = (now.getUTCHours() + 7) % 24
  return hour < 11 ? morning : hour < 15 ? noon : hour < 19 ? afternoon : evening
}

const morning = say('Selamat pagi, {name}', 'Good morning, {name}')
const noon = say('Selamat siang, {name}', 'Good day, {name}')
const afternoon = say('Selamat sore, {name}', 'Good afternoon, {name}')
const evening = say('Selamat malam, {name}', 'Good evening, {name}')
const managed = say('Dana kelolaan', 'Assets under management')
const nothing = say('Tidak ada yang terlewat', 'Nothing is due')
const nothingText = say('Tindak lanjut hari ini muncul di sini.', "Today's follow-ups appear here.")
