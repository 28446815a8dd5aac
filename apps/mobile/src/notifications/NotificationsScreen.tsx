import { router } from 'expo-router'
import { FlatList, StyleSheet, View } from 'react-native'
import type { Notification } from '@rmtools/contracts/auth/notifications'
import { formatRelative } from '@rmtools/look/format'
import { notificationText } from '@rmtools/look/notification-words'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Icon } from '../ui/Icon.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf, EmptyState } from '../ui/States.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { useMarkRead, useNotifications } from './remote.ts'
import { notificationIcon } from './icons.ts'
import { pathOf } from './targets.ts'

/** The inbox; each notification opens the record that it is about. */
export function NotificationsScreen() {
  const words = useSay()
  const isOnline = useIsOnline()
  const query = useNotifications()
  const { mutate } = useMarkRead()
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const unread = query.data?.pages[0]?.unreadCount ?? 0
  return (
    <Screen
      title={words(nouns.notifications)}
      backTo="/"
      isList
      actions={
        unread > 0
          ? [{ icon: 'check', label: words(readAll), onPress: () => mutate(undefined) }]
          : []
      }
      top={
        <View style={styles.asOf}>
          <AsOf at={query.dataUpdatedAt} isStale={!isOnline && items.length > 0} />
        </View>
      }
    >
      <Loaded
        isLoading={query.isLoading}
        error={items.length === 0 && query.error}
        onRetry={() => void query.refetch()}
      >
        <FlatList
          data={items}
          keyExtractor={({ id }) => id}
          renderItem={({ item }) => <Row item={item} onRead={() => mutate([item.id])} />}
          onEndReached={() => query.hasNextPage && void query.fetchNextPage()}
          onRefresh={() => void query.refetch()}
          refreshing={query.isRefetching}
          ListEmptyComponent={<EmptyState icon="bell" title={words(none)} text={words(noneText)} />}
        />
      </Loaded>
    </Screen>
  )
}

function Row({ item, onRead }: { item: Notification; onRead: () => void }) {
  const colours = useColours()
  const language = useLanguage()
  const words = useSay()
  const { title, text } = notificationText(item.kind, item.params, language)
  const isUnread = item.readAt === null
  const open = () => {
    if (isUnread) onRead()
    const path = pathOf(item.link)
    if (path) router.push(path)
  }
  return (
    <Tap
      onPress={open}
      label={[isUnread ? words(unreadWord) : '', title, text].filter(Boolean).join(', ')}
      style={[styles.row, { borderColor: colours.hairline }]}
    >
      <View style={styles.inside}>
        <View
          style={[styles.round, { backgroundColor: isUnread ? colours.brandSoft : colours.raised }]}
        >
          <Icon
            name={notificationIcon(item.kind)}
            size={20}
            colour={isUnread ? colours.brand : colours.textSecond}
          />
        </View>
        <View style={styles.words}>
          <Text isStrong={isUnread}>{title}</Text>
          <Text kind="caption" tone="second">
            {text}
          </Text>
          <Text kind="caption" tone="faint">
            {formatRelative(item.createdAt, language)}
          </Text>
        </View>
        {isUnread ? <View style={[styles.dot, { backgroundColor: colours.brand }]} /> : null}
      </View>
    </Tap>
  )
}

const readAll = say('Tandai semua sudah dibaca', 'Mark all as read')
const none = say('Belum ada notifikasi', 'No notifications yet')
const noneText = say(
  'Persetujuan, pengembalian KYC, dan tindak lanjut muncul di sini.',
  'Approvals, returned cases and follow-ups appear here.',
)
const unreadWord = say('Belum dibaca', 'Unread')

const styles = StyleSheet.create({
  asOf: { paddingHorizontal: space(4) },
  row: {
    paddingHorizontal: space(4),
    paddingVertical: space(3),
    borderBottomWidth: StyleSheet.hairlineWidth,
  },
  inside: { flexDirection: 'row', gap: space(3), alignItems: 'center' },
  round: {
    width: 40,
    height: 40,
    borderRadius: 20,
    alignItems: 'center',
    justifyContent: 'center',
  },
  words: { flex: 1, gap: 1 },
  dot: { width: 8, height: 8, borderRadius: 4 },
})
