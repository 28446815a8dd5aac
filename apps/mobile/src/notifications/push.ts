// Push on phones: FCM on Android, APNs on iOS. The app registers its token with the server, which
// sends the messages.
import * as Notifications from 'expo-notifications'
import { router } from 'expo-router'
import { useEffect } from 'react'
import { api } from '../base/api.ts'
import { pathOf } from './targets.ts'

Notifications.setNotificationHandler({
  handleNotification: async () => ({
    shouldShowBanner: true,
    shouldShowList: true,
    shouldPlaySound: false,
    shouldSetBadge: false,
  }),
})

export const canPush = true

/** Asks for permission and registers the token. Returns false if this phone does not allow it. */
export async function turnPushOn(): Promise<boolean> {
  await Notifications.setNotificationChannelAsync('news', {
    name: 'RMTools',
    importance: Notifications.AndroidImportance.DEFAULT,
  })
  const { granted } = await Notifications.requestPermissionsAsync()
  if (!granted) return false
  const { data } = await Notifications.getDevicePushTokenAsync()
  await api.notifications.subscribe({ pushToken: String(data) })
  return true
}

/** Stops pushing to this phone. */
export async function turnPushOff(): Promise<void> {
  await api.notifications.unsubscribe()
}

/**
 * Registers this phone's current token if push is on: tokens can change, even while the app is
 * closed.
 */
async function renew(): Promise<void> {
  if (!(await Notifications.getPermissionsAsync()).granted) return
  const { items } = await api.devices.list()
  if (!items.find(({ isCurrent }) => isCurrent)?.hasPush) return
  const { data } = await Notifications.getDevicePushTokenAsync()
  await api.notifications.subscribe({ pushToken: String(data) })
}

/** Registers the token again at every start. Without a network the next start does so. */
export function usePushToken(): void {
  useEffect(() => {
    const tell = () => void renew().catch(() => undefined)
    tell()
    const subscription = Notifications.addPushTokenListener(tell)
    return () => subscription.remove()
  }, [])
}

/** Opens the record that a tapped notification is about. */
export function usePushLinks(): void {
  useEffect(() => {
    const open = (response: Notifications.NotificationResponse | null) => {
      const link = response?.notification.request.content.data?.['link']
      const path = typeof link === 'string' ? pathOf(link) : null
      if (path) router.push(path)
    }
    open(Notifications.getLastNotificationResponse())
    const subscription = Notifications.addNotificationResponseReceivedListener(open)
    return () => subscription.remove()
  }, [])
}
