import { router } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import { planWords } from '@rmtools/look/plan-words'
import { roles, nouns } from '@rmtools/look/words'
import { space } from '@rmtools/look/scale'
import { SignOutButton } from '../account/SignOutButton.tsx'
import { useMe } from '../account/remote.ts'
import { useUnreadCount } from '../notifications/remote.ts'
import { useOutbox } from '../sync/use-outbox.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Text } from '../ui/Text.tsx'
import { CompanySwitch } from '../account/CompanySwitch.tsx'
import { MembershipOffers } from '../account/MembershipOffers.tsx'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'

/** Links to everything outside the tabs. */
export function MoreScreen() {
  const words = useSay()
  const { data: me } = useMe()
  const waiting = useOutbox()
  const unread = useUnreadCount()
  const refused = waiting.filter(({ refusal }) => refusal).length
  const unsent =
    refused > 0 ? words(toFix, { count: refused }) : words(toSend, { count: waiting.length })
  const role = Object.entries(roles).find(([name]) => name === me?.role)?.[1]
  return (
    <Screen title={words(title)}>
      <View style={styles.me}>
        <Avatar name={me?.fullName ?? ''} size={56} />
        <View style={styles.words}>
          <Text kind="section">{me?.fullName ?? ' '}</Text>
          <Text kind="caption" tone="second">
            {[role && words(role), me?.companies.find(({ isActive }) => isActive)?.name]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
      </View>
      <MembershipOffers />
      <CompanySwitch />
      <Card>
        <ListRow
          title={words(nouns.reports)}
          icon="report"
          onPress={() => router.push(paths.reports)}
        />
        <ListRow
          title={words(nouns.instructions)}
          icon="switch"
          onPress={() => router.push(paths.instructions)}
        />
        <ListRow
          title={words(planWords.plans)}
          icon="calendar"
          onPress={() => router.push(paths.plans)}
        />
        <ListRow
          title={words(tray)}
          icon="tray"
          detail={waiting.length === 0 ? words(allSent) : unsent}
          onPress={() => router.push(paths.tray)}
        />
        <ListRow
          title={words(nouns.notifications)}
          icon="bell"
          {...(unread > 0 ? { right: String(unread) } : {})}
          onPress={() => router.push(paths.notifications)}
        />
        <ListRow
          title={words(nouns.settings)}
          icon="settings"
          onPress={() => router.push(paths.settings)}
        />
        <ListRow
          title={words(devices)}
          icon="device"
          onPress={() => router.push(paths.devices)}
          isLast
        />
      </Card>
      <SignOutButton />
    </Screen>
  )
}

const title = say('Lainnya', 'More')
const tray = say('Kotak keluar', 'Outbox')
const allSent = say('Semua sudah terkirim', 'Everything has been sent')
const toSend = say('{count} menunggu dikirim', '{count} waiting to be sent')
const toFix = say('{count} perlu diperbaiki', '{count} need fixing')
const devices = say('Perangkat dan sesi', 'Devices and sessions')

const styles = StyleSheet.create({
  me: { flexDirection: 'row', alignItems: 'center', gap: space(4) },
  words: { flex: 1, gap: 2 },
})
